package output

import (
	"encoding/xml"
	"io"
)

// writeXML writes a value as an XML document. Characters that XML doesn't allow are replaced.
func writeXML(w io.Writer, value any) error {
	body, err := xml.MarshalIndent(value, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write(append([]byte(xml.Header), append(body, '\n')...))
	return err
}
