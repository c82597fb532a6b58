package main

import "sync"

// queue hands inputs out to workers and delivers their results in the order of
// the inputs. Whoever gives the next result that is due delivers it and those
// that were waiting for it: one worker alone never waits for another goroutine.
type queue struct {
	mu      sync.Mutex
	room    sync.Cond // to take another input, or nothing more to be done
	inputs  []input
	deliver func(input, result) error

	taken, delivered int
	waiting          []*result // given, by number modulo its length: how far workers run ahead
	over             bool
	err              error // of deliver
}

func newQueue(inputs []input, ahead int, deliver func(input, result) error) *queue {
	q := &queue{inputs: inputs, deliver: deliver, waiting: make([]*result, ahead)}
	q.room.L = &q.mu
	return q
}

// take returns the next input and its number; ok is false when there is none.
func (q *queue) take() (i int, in input, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for !q.over && q.taken < len(q.inputs) && q.taken-q.delivered >= len(q.waiting) {
		q.room.Wait()
	}
	if q.over || q.taken == len(q.inputs) {
		return 0, in, false
	}
	i = q.taken
	q.taken++
	return i, q.inputs[i], true
}

// give takes the result of input i.
func (q *queue) give(i int, r result) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting[i%len(q.waiting)] = &r
	for !q.over {
		next := &q.waiting[q.delivered%len(q.waiting)]
		if *next == nil {
			return
		}
		if q.err = q.deliver(q.inputs[q.delivered], **next); q.err != nil {
			q.over = true
		}
		*next = nil
		q.delivered++
		q.room.Broadcast()
	}
}

// stop ends the queue: nothing is delivered any more. It returns the error that
// ended it before.
func (q *queue) stop() error {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.over = true
	q.room.Broadcast()
	return q.err
}
