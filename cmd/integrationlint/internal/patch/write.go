package patch

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Write writes the new contents, or nothing and an error: all files are first written
// beside the old ones, then renamed. A file keeps its mode. A file whose content is no longer
// the old one, or that is read-only, is an error.
func Write(changes []Change) (err error) {
	var staged []stagedFile
	defer func() {
		for _, s := range staged {
			os.Remove(s.temp) // gone after the rename
		}
	}()
	for _, c := range changes {
		s, err := stage(c)
		if err != nil {
			return fmt.Errorf("can't write %s: %w; nothing was changed", c.File, plainError(err))
		}
		staged = append(staged, s)
	}
	for i, s := range staged {
		if err := os.Rename(s.temp, s.file); err != nil {
			return fmt.Errorf("can't write %s: %w; %d of %d files were changed", changes[i].File, plainError(err), i, len(staged))
		}
	}
	return nil
}

// plainError drops operation and path, which name the temporary file.
func plainError(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err
	}
	return err
}

// A stagedFile is content that waits in temp to become file.
type stagedFile struct{ temp, file string }

func stage(c Change) (s stagedFile, err error) {
	// A symbolic link stays one; its target is what changes.
	if s.file, err = filepath.EvalSymlinks(c.File); err != nil {
		return s, err
	}
	info, err := os.Stat(s.file)
	if err != nil {
		return s, err
	}
	// A rename would replace a read-only file, and root may write any.
	if info.Mode().Perm()&0o200 == 0 {
		return s, errors.New("the file is read-only")
	}
	now, err := os.ReadFile(s.file)
	if err != nil {
		return s, err
	}
	if !bytes.Equal(now, c.Old) {
		return s, errors.New("the file changed meanwhile; run again")
	}
	temp, err := os.CreateTemp(filepath.Dir(s.file), ".integrationlint-*")
	if err != nil {
		return s, err
	}
	s.temp = temp.Name()
	_, err = temp.Write(c.New)
	err = errors.Join(err, temp.Chmod(info.Mode().Perm()), temp.Close())
	if err != nil {
		os.Remove(s.temp)
	}
	return s, err
}
