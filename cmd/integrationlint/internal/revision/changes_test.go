package revision

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const diff = `diff --git a/new.go b/new.go
new file mode 100644
index 0000000..8ba3a16
--- /dev/null
+++ b/new.go
@@ -0,0 +1 @@
+n
diff --git "a/sp ace/\303\274\".go" "b/sp ace/\303\274\".go"
index 71ac1b5..d034c7f 100644
--- "a/sp ace/\303\274\".go"	
+++ "b/sp ace/\303\274\".go"	
@@ -2 +2,2 @@ func f()
-b
+B
+@@ -1 +1 @@
@@ -8 +9,3 @@ h
+X
 h
+Y
\ No newline at end of file
diff --git a/a b.go b/a b.go
old mode 100644
new mode 100755
diff --git a/a.go b/sub/b.go
similarity index 100%
rename from a.go
rename to sub/b.go
diff --git a/gone.go b/gone.go
deleted file mode 100644
index 71ac1b5..0000000
--- a/gone.go
+++ /dev/null
@@ -1 +0,0 @@
-gone
diff --git a/less.go b/less.go
index 71ac1b5..0000000 100644
--- a/less.go
+++ b/less.go
@@ -3,2 +2,0 @@
-c
-d
diff --git a/image.png b/image.png
index 71ac1b5..c32f102 100644
Binary files a/image.png and b/image.png differ
* Unmerged path conflict.go
`

func TestParseDiff(t *testing.T) {
	c, err := parseDiff(diff)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]*file{
		"new.go":        {isNew: true, blocks: []block{{1, 1}}},
		"sp ace/ü\".go": {blocks: []block{{2, 3}, {9, 9}, {11, 11}}},
		"a b.go":        {},
		"sub/b.go":      {},
		"less.go":       {},
		"image.png":     {isNew: true},
	}
	if diff := cmp.Diff(want, c.files, cmp.AllowUnexported(file{}, block{})); diff != "" {
		t.Error(diff)
	}
	if _, err := parseDiff("diff --git a/a.go b/a.go\n--- a/a.go\n+++ b/a.go\n@@ -1 +1,2 @@\n+x\n"); err == nil {
		t.Error("no error for a patch that is cut off")
	}
}

func FuzzParseDiff(f *testing.F) {
	f.Add(diff)
	f.Add("diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,0 +1,2 @@\n+a\n+b\n")
	f.Fuzz(func(t *testing.T, diff string) {
		c, err := parseDiff(diff)
		if err != nil {
			return
		}
		for name, f := range c.files {
			for i, b := range f.blocks {
				if b.first > b.last || i > 0 && b.first == b.last+1 {
					t.Errorf("%s: block %v", name, b)
				}
			}
		}
	})
}
