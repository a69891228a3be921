package driver

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/integrationlint/integrationlint/cmd/integrationlint/internal/config"
	"github.com/integrationlint/integrationlint/passes"
)

var errConfigUsage = errors.New("usage: integrationlint config init | verify [FILE] | print [flags] | schema")

// configCommand carries out "integrationlint config".
func configCommand(w io.Writer, args []string) error {
	if len(args) == 0 {
		return errConfigUsage
	}
	switch rest := args[1:]; args[0] {
	case "init":
		return initConfig(w, rest)
	case "verify":
		return verifyConfig(w, rest)
	case "print":
		return printConfig(w, rest)
	case "schema":
		return printSchema(w, rest)
	}
	return errConfigUsage
}

// initConfig writes a first configuration file to the working directory, if there is none.
func initConfig(w io.Writer, args []string) error {
	if len(args) > 0 {
		return errConfigUsage
	}
	f, err := os.OpenFile(config.FileName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(config.Template); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s written\n", config.FileName)
	return err
}

// verifyConfig checks a configuration file: the one that is named, or else the one that counts here.
func verifyConfig(w io.Writer, args []string) error {
	if len(args) > 1 {
		return errConfigUsage
	}
	o := &options{}
	if len(args) == 1 {
		o.config = args[0]
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	_, file, err := o.configure(dir, passes.Rules)
	if err != nil {
		return err
	}
	if file == "" {
		return fmt.Errorf("there is no %s here or above; integrationlint config init writes one", config.FileName)
	}
	_, err = fmt.Fprintf(w, "%s is valid\n", relativeTo(dir, file))
	return err
}

func relativeTo(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil {
		return rel
	}
	return file
}

// printConfig prints the configuration that a run with the same flags would have.
func printConfig(w io.Writer, args []string) error {
	o, err := parseOptions(args, passes.Rules)
	if err != nil {
		return err
	}
	dir, err := o.workingDir()
	if err != nil {
		return err
	}
	c, file, err := o.configure(dir, passes.Rules)
	if err != nil {
		return err
	}
	text, err := config.Print(c, passes.Rules)
	if err != nil {
		return err
	}
	from := "no configuration file"
	if file != "" {
		from = relativeTo(dir, file)
	}
	_, err = fmt.Fprintf(w, "# What is in effect, from %s.\n%s", from, text)
	return err
}

func printSchema(w io.Writer, args []string) error {
	if len(args) > 0 {
		return errConfigUsage
	}
	text, err := config.Schema(passes.Rules)
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}
