package org.franklin.box.ceremony;

/// Why a box does not perform a ceremony. Nothing was changed.
public sealed interface CeremonyRefusal {

    /// What happened and what to do.
    String sentence();

    record TooFewKeepers() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "This installation has fewer than two keepers, so it can hold no ceremony.";
        }
    }

    record SamePerson(String name) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return name + " cannot both ask for a ceremony and approve it. Another keeper must.";
        }
    }

    record NotEnrolled(String name) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return name + " is no keeper of this installation.";
        }
    }

    record BadSignature(String name) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The signature is not by the key of "
                    + name
                    + " that this installation was made with.";
        }
    }

    /// The box's audit chain has gone on: the ceremony was held, or something happened since.
    record OldHead() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box has noted something since this was asked for, or it was done already."
                    + " Ask for it again.";
        }
    }

    record WrongInstallation() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The request is about another installation.";
        }
    }

    record WrongBox(String named) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The request is about another box, " + named + ".";
        }
    }

    record WrongTime() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The request is more than a day old, or from the future. Ask for it again.";
        }
    }

    record BadReason() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "A reason has 1 to 200 characters, on one line.";
        }
    }

    record NothingToDo() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "It is not locked, so there is nothing to do.";
        }
    }

    record SubjectUnknown(String subject) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box knows no " + subject + ".";
        }
    }

    /// The box cannot read its own last record of it.
    record NeedsHealing() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box cannot read back what it wrote of it. Ask for it to be healed.";
        }
    }

    record NeedsReprovision() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box has lost its memory. Ask for a re-provision.";
        }
    }

    /// Neither the box nor what was shown has the last record, whole and genuine.
    record RecordLost(String subject) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "Nobody has a genuine last record of "
                    + subject
                    + ". Put the row back from a newer backup, and ask again.";
        }
    }

    /// Not all that the box remembers has been looked at.
    record Incomplete(int left) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return left + " records of the box were not looked at.";
        }
    }

    /// Of another suite, of another box, or without meters.
    record NoTokenKeys() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "There are no token keys here to export: only meters of the suite PATENT_1998"
                    + " have some. For all others export-keys writes what a verifier needs.";
        }
    }

    record NoVerifier() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The request names no verifier with a key of P-256.";
        }
    }

    /// Token keys are asked for without the ceremony before it.
    record NotHeld() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box has not held this ceremony since it was started, or another one since."
                    + " Ask for it again.";
        }
    }

    /// The box cannot read back its own last record of some meters.
    record Unreadable(int meters) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box cannot read back its last record of "
                    + meters
                    + " or more meters. Ask for all to be healed, and then for this again.";
        }
    }

    record BoxStopped() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box itself is locked. Unlatch or re-provision it first.";
        }
    }

    /// Its journal takes nothing: a disk failed, or it is damaged.
    record OutOfService(String reason) implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box is out of service: " + reason + ".";
        }
    }

    /// The box was stopped and wiped its keys, and its sealed seed cannot be opened here.
    record SeedNotOpenable() implements CeremonyRefusal {
        @Override
        public String sentence() {
            return "The box has wiped its keys, and a process that serves cannot open its sealed"
                    + " seed. Stop that process: an embedded box opens for the ceremony by itself,"
                    + " a box of its own with box --for-ceremony.";
        }
    }
}
