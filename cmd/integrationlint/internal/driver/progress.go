package driver

import (
	"fmt"
	"io"
	"sync"
)

// A progress shows on a terminal how many packages are analysed. A nil writer shows nothing.
type progress struct {
	mu          sync.Mutex
	w           io.Writer
	done, total int
}

func newProgress(w io.Writer) *progress { return &progress{w: w} }

// expect says which packages are going to be analysed. Go vet also analyses what they import of
// the same module, so that more may come.
func (p *progress) expect(pkgs []goPackage) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, pkg := range pkgs {
		p.total++
		if len(pkg.XTestGoFiles) > 0 {
			p.total++
		}
	}
	p.show()
}

// step says that one more package was analysed.
func (p *progress) step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	p.show()
}

func (p *progress) show() {
	if p.w == nil {
		return
	}
	if p.total == 0 {
		fmt.Fprintf(p.w, "\r\x1b[Kanalysed %d packages", p.done)
		return
	}
	fmt.Fprintf(p.w, "\r\x1b[Kanalysed %d of %d packages", min(p.done, p.total), p.total)
}

// clear removes what is shown. Nothing is shown afterwards.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w != nil {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.w = nil
	}
}
