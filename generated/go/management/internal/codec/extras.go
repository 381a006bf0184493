package codec

import (
	"encoding/json"
	"sort"
)

// Extras is embedded in a struct, and keeps what its JSON object held beside the fields.
type Extras struct {
	members []member
}

// member is a member that no field has, or that its field can't hold: a null, or a value of another type. One without a
// value is a required member that did not come.
type member struct {
	name  string
	value json.RawMessage
}

// ExtraProperties returns the members that no field has, decoded as encoding/json does.
func (x *Extras) ExtraProperties() map[string]any {
	found := make(map[string]any, len(x.members))
	for _, each := range x.members {
		var value any
		if each.value != nil && json.Unmarshal(each.value, &value) == nil {
			found[each.name] = value
		}
	}
	return found
}

// SetExtraProperty sets a member that no field has. It takes the place of one with that name; a field that is set wins.
func (x *Extras) SetExtraProperty(name string, value any) error {
	raw, err := Marshal(value)
	if err != nil {
		return err
	}
	members := make([]member, 0, len(x.members)+1)
	for _, each := range x.members {
		if each.name != name {
			members = append(members, each)
		}
	}
	x.members = append(members, member{name: name, value: raw})
	return nil
}

// find returns what is kept under the name of a field.
func find(members []member, name string) (json.RawMessage, bool) {
	for i := range members {
		if members[i].name == name {
			return members[i].value, true
		}
	}
	return nil, false
}

// sortedKeys returns the keys of a map in the order in which encoding/json writes them.
func sortedKeys[V any](values map[string]V) []string {
	keys := make([]string, 0, len(values))
	for key := range values {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
