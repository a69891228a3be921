package catalog

import (
	"go/types"
	"testing"
)

func setOwn(t *testing.T, what Own, names ...string) {
	SetOwn(what, names)
	t.Cleanup(func() { SetOwn(what, nil) })
}

func TestOwnRows(t *testing.T) {
	m := mapImporter{}
	fn := func(name string) *types.Func { return object(t, m, "example.com/pay/v2", name).(*types.Func) }
	config := object(t, m, "example.com/pay/v2", "Config").Type()
	pin := config.Underlying().(*types.Struct)
	if FuncOf(fn("Client.Charge")) != nil || FuncOf(fn("Repeat")) != nil || VerifierOf(fn("Check")) != nil || len(SecretsOf(fn("Open"))) > 0 || IsOwn(pin.Field(0)) {
		t.Fatal("there are rows that nobody has set")
	}
	setOwn(t, OwnSenders, "(*example.com/pay/v2.Client).Charge")
	setOwn(t, OwnRetriers, "example.com/pay/v2.Repeat", "example.com/other.Repeat")
	setOwn(t, OwnVerifiers, "example.com/pay/v2.Genuine", "example.com/pay/v2.Check")
	setOwn(t, OwnCredentials, "example.com/pay/v2.Open#1", "example.com/pay/v2.Config.Pin")

	if row := FuncOf(fn("Client.Charge")); row == nil || row.Role != Send || row.Context != Arg1 || row.Bound != Unbounded {
		t.Errorf("Charge: %+v, want a Send by the context of argument 1", row)
	}
	if row := FuncOf(fn("Client.Other")); row != nil {
		t.Errorf("Other: %+v, want nothing", row)
	}
	if row := FuncOf(fn("Repeat")); row == nil || row.Role != Retry || row.Func != Arg1 {
		t.Errorf("Repeat: %+v, want a Retry of argument 1", row)
	}
	if row := VerifierOf(fn("Genuine")); row == nil || row.Verdict != Result0 {
		t.Errorf("Genuine: %+v, want the first result", row)
	}
	if row := VerifierOf(fn("Check")); row == nil || row.Verdict != ByError {
		t.Errorf("Check: %+v, want the error", row)
	}
	if rows := SecretsOf(fn("Open")); len(rows) != 1 || rows[0].Operand != Arg1 {
		t.Errorf("Open: %+v, want argument 1", rows)
	}
	if SecretField(config, "Pin") == nil || SecretField(config, "Name") != nil {
		t.Error("of Config, only Pin is a credential")
	}
	for _, obj := range []types.Object{fn("Client.Charge"), fn("Genuine"), fn("Open"), pin.Field(0)} {
		if !IsOwn(obj) {
			t.Errorf("IsOwn(%v) is false", obj)
		}
	}
	if IsOwn(fn("Client.Other")) || IsOwn(pin.Field(1)) || !HoldsSecret(pin.Field(0)) || HoldsSecret(pin.Field(1)) {
		t.Error("IsOwn or HoldsSecret is wrong about what has no row")
	}
}

func TestOwnRowsAreSetAnew(t *testing.T) {
	setOwn(t, OwnSenders, "example.com/a.F")
	setOwn(t, OwnSenders, "example.com/a.G")
	m := mapImporter{}
	if IsOwn(object(t, m, "example.com/a", "F")) || !IsOwn(object(t, m, "example.com/a", "G")) {
		t.Error("the first list holds still")
	}
}
