package catalog

// Clouds. What identifies a key is no secret: only what is shown with it has a row.
var (
	azure = Library{
		Path:        "github.com/Azure/azure-sdk-for-go/sdk",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/Azure/azure-sdk-for-go/sdk/azcore.NewKeyCredential", Operand: Arg0, Use: Presents, What: "Azure key"},
			{Name: "github.com/Azure/azure-sdk-for-go/sdk/azcore.NewSASCredential", Operand: Arg0, Use: Presents, What: "Azure SAS token"},
			{Name: "github.com/Azure/azure-sdk-for-go/sdk/azidentity.NewClientSecretCredential", Operand: Arg2, Use: Presents, What: "Azure client secret"},
			{Name: "github.com/Azure/azure-sdk-for-go/sdk/azidentity.NewUsernamePasswordCredential", Operand: Arg3, Use: Presents, What: "password"},
			{Name: "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob.NewSharedKeyCredential", Operand: Arg1, Use: Presents, What: "Azure storage key"},
		},
	}

	minio = Library{
		Path:        "github.com/minio/minio-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStaticV4", Operand: Arg1, Use: Presents, What: "secret access key"},
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStaticV4", Operand: Arg2, Use: Presents, What: "session token"},
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStaticV2", Operand: Arg1, Use: Presents, What: "secret access key"},
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStaticV2", Operand: Arg2, Use: Presents, What: "session token"},
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStatic", Operand: Arg1, Use: Presents, What: "secret access key"},
			{Name: "github.com/minio/minio-go/pkg/credentials.NewStatic", Operand: Arg2, Use: Presents, What: "session token"},
			{Name: "github.com/minio/minio-go/pkg/credentials.Value.SecretAccessKey", Use: Presents, What: "secret access key"},
			{Name: "github.com/minio/minio-go/pkg/credentials.Value.SessionToken", Use: Presents, What: "session token"},
		},
	}

	tencent = Library{
		Path:        "github.com/tencentcloud/tencentcloud-sdk-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common.NewCredential", Operand: Arg1, Use: Presents, What: "secret key"},
			{Name: "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common.NewTokenCredential", Operand: Arg1, Use: Presents, What: "secret key"},
			{Name: "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common.NewTokenCredential", Operand: Arg2, Use: Presents, What: "security token"},
			{Name: "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common.Credential.SecretKey", Use: Presents, What: "secret key"},
			{Name: "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common.Credential.Token", Use: Presents, What: "security token"},
		},
	}

	alibaba = Library{
		Path:        "github.com/aliyun/alibaba-cloud-sdk-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk.NewClientWithAccessKey", Operand: Arg2, Use: Presents, What: "access key secret"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk.NewClientWithStsToken", Operand: Arg2, Use: Presents, What: "access key secret"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk.NewClientWithRamRoleArn", Operand: Arg2, Use: Presents, What: "access key secret"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk.NewClientWithBearerToken", Operand: Arg1, Use: Presents, What: "bearer token"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials.NewAccessKeyCredential", Operand: Arg1, Use: Presents, What: "access key secret"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials.NewStsTokenCredential", Operand: Arg1, Use: Presents, What: "access key secret"},
			{Name: "github.com/aliyun/alibaba-cloud-sdk-go/sdk/auth/credentials.NewRamRoleArnCredential", Operand: Arg1, Use: Presents, What: "access key secret"},
		},
	}

	alibabaOSS = Library{
		Path:        "github.com/aliyun/aliyun-oss-go-sdk",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/aliyun/aliyun-oss-go-sdk/oss.New", Operand: Arg2, Use: Presents, What: "access key secret"},
		},
	}

	qiniu = Library{
		Path:        "github.com/qiniu/go-sdk",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/qiniu/go-sdk/auth.New", Operand: Arg1, Use: Presents, What: "secret key"},
		},
	}

	cloudflare = Library{
		Path:        "github.com/cloudflare/cloudflare-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/cloudflare/cloudflare-go.New", Operand: Arg0, Use: Presents, What: "Cloudflare API key"},
			{Name: "github.com/cloudflare/cloudflare-go.NewWithAPIToken", Operand: Arg0, Use: Presents, What: "Cloudflare API token"},
			{Name: "github.com/cloudflare/cloudflare-go.NewWithUserServiceKey", Operand: Arg0, Use: Presents, What: "Cloudflare service key"},
		},
	}

	digitalOcean = Library{
		Path:        "github.com/digitalocean/godo",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/digitalocean/godo.NewFromToken", Operand: Arg0, Use: Presents, What: "DigitalOcean token"},
		},
	}

	linode = Library{
		Path:        "github.com/linode/linodego",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*github.com/linode/linodego.Client).SetToken", Operand: Arg0, Use: Presents, What: "Linode token"},
		},
	}

	hetzner = Library{
		Path:        "github.com/hetznercloud/hcloud-go",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "github.com/hetznercloud/hcloud-go/hcloud.WithToken", Operand: Arg0, Use: Presents, What: "Hetzner Cloud token"},
		},
	}

	vault = Library{
		Path:        "github.com/hashicorp/vault/api",
		SecretsOnly: true,
		Secrets: []Secret{
			{Name: "(*github.com/hashicorp/vault/api.Client).SetToken", Operand: Arg0, Use: Presents, What: "Vault token"},
		},
	}
)
