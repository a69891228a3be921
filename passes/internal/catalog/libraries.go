package catalog

// libraries lists every library that the catalog describes.
var libraries = []Library{
	contexts,
	signals,
	netHTTP,
}
