// Package processor tells what a program took of the processor.
package processor

import "syscall"

// Seconds returns how long the processor worked for this program until now, collecting garbage included.
func Seconds() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}
