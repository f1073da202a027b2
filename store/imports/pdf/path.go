package pdf

import "math"

// This file keeps small filled shapes: some programs draw the bullets of a list instead of writing them.

// box is the smallest rectangle around a path.
type box struct {
	any                    bool
	left, right, low, high float64
}

func (b *box) add(x, y float64) {
	if !b.any {
		*b = box{true, x, x, y, y}
		return
	}
	b.left, b.right = math.Min(b.left, x), math.Max(b.right, x)
	b.low, b.high = math.Min(b.low, y), math.Max(b.high, y)
}

// pathOperator follows the construction and filling of a path.
func (p *canvas) pathOperator(op string, args []token) {
	point := func(i int) { p.path.add(p.state.ctm.apply(operand(args, i), operand(args, i+1))) }
	switch op {
	case "m", "l":
		point(0)
	case "c":
		point(0)
		point(2)
		point(4)
	case "v", "y":
		point(0)
		point(2)
	case "re":
		point(0)
		p.path.add(p.state.ctm.apply(operand(args, 0)+operand(args, 2), operand(args, 1)+operand(args, 3)))
	case "f", "F", "f*", "B", "B*", "b", "b*":
		p.dot()
		p.path = box{}
	case "s", "S":
		p.dot()
		p.path = box{}
	case "n":
		p.path = box{}
	}
}

// dot keeps a path that is small and about as wide as high.
func (p *canvas) dot() {
	w, h := p.path.right-p.path.left, p.path.high-p.path.low
	if !p.path.any || w < 1 || w > 9 || h < w*0.7 || h > w*1.4 || len(p.pieces) > maxPieces {
		return
	}
	artifact := len(p.marks) > 0 && p.marks[len(p.marks)-1].artifact
	p.pieces = append(p.pieces, piece{text: "•", x: p.path.left, y: p.path.low, right: p.path.right, size: h, dot: true, artifact: artifact})
}
