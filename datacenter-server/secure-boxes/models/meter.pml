/* One meter: its slot in the meter box, its record and replies in the database, two client devices,
   and HANDLERS function servers that carry requests between them.

   Every handler may crash after every step; every message may be lost, late or sent twice; a
   device asks again until it has an outcome. Small numbers stand for bytes: a counter for its
   record, a command for its request, the command bound to a counter for the reply.

   Bounds:   HANDLERS, REQUESTS of each device, CRASHES in a run.
   World:    ROLLDB  an administrator puts an older database back, once
             DELTX   an administrator deletes one reply's row, once
             JOINT   database and box are put back together, once
             ONEDEV  the meter has one device only
             NOCANCEL  no device gives a request up
             RECEIPT   devices show the box the newest receipt that they hold
   Broken:   PATENT         a record is the newest one, or else it is tampering
             HASTY          an alarm at the first stale record, without a second look
             NOALARM        a stale record is looked up again, and nothing else happens
             DBFIRST        the database is written before the box
             RELEASE_EARLY  the reply leaves the box before the box has committed
             UNCOMMITTED    the box is shown what the database has not yet committed
             NOSEQ          no sequence numbers of devices in the record
             NOARCHIVE      the box finds its last reply only, none of the earlier ones
             NOFRESH        the box remembers no counter */
#ifndef HANDLERS
#define HANDLERS 2
#endif
#ifndef REQUESTS
#define REQUESTS 2
#endif
#ifndef CRASHES
#define CRASHES 2
#endif
#define COUNTERS (2 * REQUESTS + 1)

/* A command is one number: what is asked for, by which device, under which sequence (from 1).
   A request and the CANCEL of it share device and sequence, and so share one outcome. */
#define CANCEL 8
#define SEQUENCE(command) ((command) & 3)
#define DEVICE(command) (((command) >> 2) & 1)
#define OUTCOME(command) ((command) & 7)

/* The box: what it keeps durably for this meter. A commit is one atomic step. */
byte counter = 0;                /* of the newest record that it signed */
byte archive[COUNTERS + 1];      /* the command that each counter is bound to; 0: none */
byte known[2];                   /* the last sequence of each device, out of the signed record */
byte alarm = 0;                  /* LOCKED or STOPPED once the box has seen tampering */
#define LOCKED 1                 /* the meter issues nothing more; what it issued is handed out */
#define STOPPED 2                /* the box itself is out of service: it was put back */

/* The database. */
byte record = 0;                 /* the counter of the record that is committed */
byte row[8];                     /* the counter of the reply to each outcome; 0: no row */
byte pending = 0;                /* the counter that an open transaction writes: the row lock */

/* The devices. */
byte asking[2];                  /* the sequence that each one wants an outcome for */
bool refused[2];                 /* it was told that it gets none */
#ifdef RECEIPT
byte receipt[2];                 /* the counter of the newest receipt that it holds */
#endif

byte running = 0;                /* handlers and administrators that have not ended */
byte crashes = 0;
bool tampered = false;

/* The judge: what has ever left the box. */
byte reply[COUNTERS + 1];        /* the command that was released under each counter */
byte chargedAt[8];               /* the counter that each outcome was released under */

/* No counter carries two replies (a fork), and no outcome has two counters (a double charge). */
inline release(at, command) {
    assert(reply[at] == 0 || reply[at] == command);
    assert(chargedAt[OUTCOME(command)] == 0 || chargedAt[OUTCOME(command)] == at);
    reply[at] = command;
    chargedAt[OUTCOME(command)] = at
}

/* A refusal is heeded by a device that still waits for an answer to this command. */
inline refuse(command) {
    if
    :: asking[DEVICE(command)] == SEQUENCE(command) -> refused[DEVICE(command)] = true
    :: else
    fi
}

/* The end of a step is where a handler may die. Nothing but what is durable outlives it. */
inline mayCrash() {
    if
    :: crashes < CRASHES -> crashes++; goto idle
    :: true
    fi
}

/* A device that was refused comes back where it was charged nonetheless: by a late duplicate. */
#ifdef NOARCHIVE
#define WANTED(device) (asking[device] <= REQUESTS && !refused[device])
#else
#define WANTED(device) (asking[device] <= REQUESTS \
    && (!refused[device] || asking[device] <= known[device]))
#endif

proctype Handler() {
    byte command;                /* what a device asks for */
    byte shown;                  /* the counter of the record that the box is shown */
    byte seen;                   /* the box's counter when it looked */
    byte last;                   /* with it, the last command: together they stand for its hash */
    byte next;                   /* the counter of the reply */
    byte bound;                  /* the command which that counter is bound to */

idle:
    command = 0;
    atomic {
        shown = 0; seen = 0; last = 0; next = 0; bound = 0;
        if
        :: WANTED(0) -> command = asking[0]
#ifndef NOCANCEL
        :: WANTED(0) -> command = CANCEL + asking[0]
#endif
        :: WANTED(1) -> command = 4 + asking[1]
        :: !WANTED(0) && !WANTED(1) -> goto done
        fi
    }

lookup:                          /* FS 1: one snapshot gives reply or record */
    atomic {
        seen = 0; last = 0; bound = 0;
        next = row[OUTCOME(command)];
        if
        :: next != 0 -> bound = reply[next]; goto answer
        :: else
#ifdef UNCOMMITTED
            -> shown = (pending != 0 -> pending : record)
#else
            -> shown = record
#endif
        fi;
        mayCrash()
    }

box:                             /* the decision table */
    atomic {
        seen = counter; last = archive[counter]; next = 0; bound = 0;
        if
        :: alarm == STOPPED -> goto done
        :: alarm == LOCKED -> goto earlier
        :: else
        fi;
#ifdef RECEIPT
        if
        :: receipt[DEVICE(command)] > counter -> alarm = STOPPED; goto done
        :: else
        fi;
#endif
#ifdef NOFRESH
        seen = shown;
#endif
        if
        :: shown == seen
#ifndef NOSEQ
            -> if
            :: SEQUENCE(command) == known[DEVICE(command)] + 1
            :: else -> goto earlier
            fi
#endif
#ifdef PATENT
        :: shown != seen -> alarm = LOCKED; goto idle
#else
        :: shown + 1 == seen -> next = seen; bound = last; goto store       /* REDO */
        :: shown > seen -> alarm = STOPPED; goto done                       /* BOX_BEHIND */
        :: shown + 1 < seen                                                 /* STALE */
#ifdef HASTY
            -> alarm = LOCKED; goto idle
#else
            -> goto confirm
#endif
#endif
        fi;
        next = seen + 1; bound = command;
#ifdef RELEASE_EARLY
        release(next, bound);
#endif
        mayCrash()
    }
#ifdef DBFIRST
    atomic {
        release(next, bound);
        if
        :: record == shown -> record = next; row[OUTCOME(bound)] = next
        :: else -> goto lookup
        fi;
        mayCrash()
    }
    atomic {
        if
        :: counter == seen -> counter = next; archive[next] = bound;
            known[DEVICE(bound)] = SEQUENCE(bound)
        :: else
        fi;
        mayCrash();
        goto answer
    }
#endif
    atomic {                     /* the commit: compare and swap */
        if
#ifdef NOFRESH
        :: true
#else
        :: counter == seen && archive[counter] == last
#endif
            -> counter = next; archive[next] = bound;
            known[DEVICE(bound)] = SEQUENCE(bound)
#ifndef NOFRESH
        :: else -> goto box      /* the token was never released: it is wiped */
#endif
        fi;
        mayCrash()
    }

store:                           /* FS 3: the redo copy; a crash rolls the open transaction back */
    atomic {
        seen = 0; last = 0; shown = 0;
        release(next, bound);
        pending == 0 -> pending = next
    }
    atomic {
        if
        :: crashes < CRASHES -> crashes++; pending = 0; goto idle
        :: true
        fi;
        pending = 0;
        assert(row[OUTCOME(bound)] == 0 || row[OUTCOME(bound)] == next);
        if
        :: record + 1 < next -> goto lookup
        :: record + 1 == next -> record = next
        :: else
        fi;
        row[OUTCOME(bound)] = next;
        mayCrash();
        if
        :: OUTCOME(bound) == OUTCOME(command) -> goto answer
        :: else -> goto lookup
        fi
    }

confirm:                         /* the second look, under the row lock */
    atomic {
        pending == 0;
        if
#ifndef NOALARM
        :: record + 1 < counter -> alarm = LOCKED; goto idle
#endif
        :: else -> goto lookup
        fi
    }

earlier:                         /* the sequence is not the next one: REPLAY, ISSUED_EARLIER, gap */
    atomic {
        seen = 0; last = 0; shown = 0;
        if
        :: SEQUENCE(command) > known[DEVICE(command)] -> refuse(command); goto idle
        :: else
        fi;
        next = counter;
#ifdef NOARCHIVE
        if
        :: OUTCOME(archive[next]) == OUTCOME(command)
        :: else -> refuse(command); goto idle
        fi;
#else
        do
        :: next > 0 && OUTCOME(archive[next]) != OUTCOME(command) -> next--
        :: else -> break
        od;
        assert(next > 0);
#endif
        bound = archive[next];
        if
        :: alarm == LOCKED -> release(next, bound); goto answer
        :: else -> goto store
        fi
    }

answer:                          /* FS 4: whichever of request and CANCEL was first, is told */
    atomic {
        assert(reply[next] == bound && chargedAt[OUTCOME(command)] == next);
#ifdef RECEIPT
        if
        :: next > receipt[DEVICE(command)] -> receipt[DEVICE(command)] = next
        :: else
        fi;
#endif
        if
        :: asking[DEVICE(command)] == SEQUENCE(command) ->
            asking[DEVICE(command)]++; refused[DEVICE(command)] = false
        :: else
        fi;
        goto idle
    }

done:
    running--
}

#if defined(ROLLDB) || defined(DELTX) || defined(JOINT)
proctype Administrator() {
    byte i, back;
    atomic {
#ifdef DELTX
        record > 0;
        select(i : 0 .. 7);
        if
        :: row[i] != 0 -> row[i] = 0; tampered = true
        :: else
        fi
#else
#ifdef JOINT
        counter > 0 && pending == 0;
#else
        record > 0 && pending == 0;
#endif
        select(back : 0 .. COUNTERS - 2);
        if
#ifdef JOINT
        :: back < counter -> tampered = true;
            counter = back;
            known[0] = 0; known[1] = 0;
            for (i : 1 .. COUNTERS - 1) {
                if
                :: i <= back -> known[DEVICE(archive[i])] = SEQUENCE(archive[i])
                :: else -> archive[i] = 0
                fi
            };
            if
            :: back < record -> record = back
            :: else
            fi;
#else
        :: back < record -> tampered = true;
            record = back;
#endif
            for (i : 0 .. 7) {
                if
                :: row[i] > back -> row[i] = 0
                :: else
                fi
            }
        :: else
        fi;
#endif
        i = 0; back = 0; running--
    }
}
#endif

init {
    byte i;
    atomic {
        asking[0] = 1;
#ifdef ONEDEV
        asking[1] = REQUESTS + 1;
#else
        asking[1] = 1;
#endif
        for (i : 1 .. HANDLERS) {
            run Handler(); running++
        };
        i = 0;
#if defined(ROLLDB) || defined(DELTX) || defined(JOINT)
        run Administrator(); running++
#endif
    };
    running == 0;
    atomic {
        /* Nobody is charged without the reply, also not at a locked meter. */
#ifndef JOINT
        assert(asking[0] > known[0] && asking[1] > known[1]);
#endif
        /* Nobody is charged for more than was asked. */
        assert(counter < COUNTERS);
        /* No false alarm, and every request answered. Deleting a reply changes nothing. */
#ifndef DELTX
        if
        :: !tampered ->
#endif
            assert(alarm == 0);
            assert(asking[0] > REQUESTS && asking[1] > REQUESTS);
#ifdef ONEDEV
            assert(counter == REQUESTS && record == REQUESTS)
#else
            assert(counter == 2 * REQUESTS && record == 2 * REQUESTS)
#endif
#ifndef DELTX
        :: else
        fi
#endif
    }
}
