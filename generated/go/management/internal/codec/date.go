package codec

import (
	"fmt"
	"time"
)

// Date is a day without a time, "2006-01-02" in JSON (RFC 3339, section 5.6).
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day of a time, in its location.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{Year: year, Month: month, Day: day}
}

// ParseDate reads a date as it is written in JSON.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Date{}, err
	}
	return DateOf(t), nil
}

// String returns the date as it is written in JSON.
func (d Date) String() string {
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Time returns the first moment of the day in a location.
func (d Date) Time(in *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, in)
}

// MarshalText implements [encoding.TextMarshaler].
func (d Date) MarshalText() ([]byte, error) {
	return []byte(d.String()), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler].
func (d *Date) UnmarshalText(text []byte) error {
	found, err := ParseDate(string(text))
	if err == nil {
		*d = found
	}
	return err
}
