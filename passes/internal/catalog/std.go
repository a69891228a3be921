package catalog

//go:generate go run genstd.go

// Std reports whether pkgPath is a package of the standard library.
func Std(pkgPath string) bool {
	return stdPackages[pkgPath]
}
