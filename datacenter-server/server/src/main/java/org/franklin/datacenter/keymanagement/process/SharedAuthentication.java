package org.franklin.datacenter.keymanagement.process;

import org.franklin.box.BoxPort;
import org.franklin.box.BoxUnreachable;
import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxAnswer.Live;
import org.franklin.box.authentication.AuthenticationBoxAnswer.SignedOn;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.authentication.AuthenticationBoxRequest.Enrol;
import org.franklin.box.authentication.AuthenticationBoxRequest.Look;
import org.franklin.box.authentication.AuthenticationBoxRequest.NoSuchMailer;
import org.franklin.box.authentication.AuthenticationBoxRequest.Session;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignOff;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignOn;
import org.franklin.box.authentication.AuthenticationBoxRequest.SignUp;
import org.franklin.box.authentication.MailerRecord;
import org.franklin.box.record.SignedRecord;
import org.franklin.datacenter.keymanagement.line.ReachableBox;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.UserName;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Several authentication boxes of one seed. Each keeps, in memory, the tries and the sessions of
/// the users that are its own; which those are, the user's name says. What needs no memory, any of
/// them does.
///
/// A session's token does not say where the session is. Where it was seen last is remembered; where
/// that is not known any more, the boxes are asked in turn.
final class SharedAuthentication implements SecureBox {

    private static final int MOST_REMEMBERED = 100_000;

    private final List<? extends ReachableBox> boxes;
    private final SharedLoad any;

    /// Which box has a session, by the hash of its token, in the order of last use. Guarded by
    /// itself.
    private final SequencedMap<Hash, ReachableBox> sessions = new LinkedHashMap<>();

    SharedAuthentication(List<? extends ReachableBox> boxes) {
        this.boxes = List.copyOf(boxes);
        this.any = new SharedLoad(boxes);
    }

    @Override
    public Bytes call(Bytes request) {
        return switch (Canonical.decode(AuthenticationBoxRequest.class, request)) {
            case Malformed<AuthenticationBoxRequest> _ -> any.call(request);
            case Valid<AuthenticationBoxRequest>(var readable) -> call(readable, request);
        };
    }

    private Bytes call(AuthenticationBoxRequest readable, Bytes request) {
        return switch (readable) {
            case SignUp _, Look _ -> any.call(request);
            case SignOn(var record, _) -> signOn(userOf(record), request);
            case Enrol enrol -> at(userOf(enrol.record()), request);
            case NoSuchMailer(_, var user, _) -> at(Optional.of(user), request);
            case Session(var token) -> session(Hash.of(token), request);
            case SignOff(var token) -> signOff(Hash.of(token), request);
        };
    }

    /// What the record says is not checked here. A record that lies about its user is refused by
    /// whichever box gets it.
    private static Optional<UserName> userOf(Bytes record) {
        return switch (SignedRecord.body(MailerRecord.class, record)) {
            case Valid<MailerRecord>(var mailer) -> Optional.of(mailer.user());
            case Malformed<MailerRecord> _ -> Optional.empty();
        };
    }

    /// No other box stands in for one that is away: it would count the user's tries from zero.
    private ReachableBox of(Optional<UserName> user) {
        int place = user.map(name -> name.text().hashCode()).orElse(0);
        return boxes.get(Math.floorMod(place, boxes.size()));
    }

    private Bytes at(Optional<UserName> user, Bytes request) {
        return of(user).call(request);
    }

    private Bytes signOn(Optional<UserName> user, Bytes request) {
        var box = of(user);
        Bytes answer = box.call(request);
        answered(answer)
                .filter(SignedOn.class::isInstance)
                .map(SignedOn.class::cast)
                .ifPresent(signedOn -> remember(Hash.of(signedOn.token()), box));
        return answer;
    }

    private Bytes session(Hash token, Bytes request) {
        var known = remembered(token);
        if (known.isPresent()) {
            return known.get().call(request);
        }
        Bytes answer = Bytes.EMPTY;
        var away = new ArrayList<BoxUnreachable>();
        for (ReachableBox box : thoseThereFirst()) {
            try {
                answer = box.call(request);
            } catch (BoxUnreachable e) {
                away.add(e);
                continue;
            }
            if (answered(answer).filter(Live.class::isInstance).isPresent()) {
                remember(token, box);
                return answer;
            }
        }
        // A box that is away may have it.
        if (!away.isEmpty()) {
            throw away.getFirst();
        }
        return answer;
    }

    private List<ReachableBox> thoseThereFirst() {
        return boxes.stream()
                .<ReachableBox>map(box -> box)
                .sorted(Comparator.comparing(ReachableBox::isThere).reversed())
                .toList();
    }

    private Bytes signOff(Hash token, Bytes request) {
        var known = remembered(token);
        forget(token);
        if (known.isPresent()) {
            return known.get().call(request);
        }
        return boxes.stream().map(box -> box.call(request)).reduce((_, last) -> last).orElseThrow();
    }

    private static Optional<AuthenticationBoxAnswer> answered(Bytes answer) {
        return BoxPort.answer(AuthenticationBoxAnswer.class, answer);
    }

    private Optional<ReachableBox> remembered(Hash token) {
        synchronized (sessions) {
            var box = Optional.ofNullable(sessions.remove(token));
            box.ifPresent(known -> sessions.putLast(token, known));
            return box;
        }
    }

    private void remember(Hash token, ReachableBox box) {
        synchronized (sessions) {
            sessions.putLast(token, box);
            if (sessions.size() > MOST_REMEMBERED) {
                sessions.pollFirstEntry();
            }
        }
    }

    private void forget(Hash token) {
        synchronized (sessions) {
            sessions.remove(token);
        }
    }
}
