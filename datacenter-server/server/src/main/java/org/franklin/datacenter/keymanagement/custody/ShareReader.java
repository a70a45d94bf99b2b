package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Presented;
import org.franklin.box.custody.Share;
import org.franklin.box.custody.ShareWords;
import org.franklin.box.custody.Terms;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.custody.Secrets.Given;
import org.franklin.datacenter.keymanagement.prompt.Keyboard;
import org.franklin.datacenter.keymanagement.prompt.SecretFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Collects custodians' shares: from files, or else, one after the other, from a keyboard.
final class ShareReader {

    private static final SecretBytes SPACE = SecretBytes.take(new byte[] {' '});

    private final Terms.ByShares terms;
    private final Supplier<Keyboard> keyboard;

    ShareReader(Terms.ByShares terms, Supplier<Keyboard> keyboard) {
        this.terms = terms;
        this.keyboard = keyboard;
    }

    Given read(List<Path> files) throws IOException {
        var shares = new ArrayList<Share>();
        var wrong = files.isEmpty() ? typed(shares) : filed(files, shares);
        if (wrong.isEmpty()) {
            return new Given.What(new Presented.Shares(shares));
        }
        shares.forEach(Share::close);
        return new Given.NotGiven(wrong.get());
    }

    private Optional<String> filed(List<Path> files, List<Share> shares) throws IOException {
        for (Path file : files) {
            switch (SecretFile.whole(file)) {
                case SecretFile.Read.None(var sentence) -> {
                    return Optional.of(sentence);
                }
                case SecretFile.Read.Secret(var words) -> {
                    var wrong = add(words, file.toString(), shares);
                    if (wrong.isPresent()) {
                        return wrong;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Asks until there are enough. A person who mistypes is asked again for that share; an empty
    /// line ends the asking.
    private Optional<String> typed(List<Share> shares) throws IOException {
        var from = keyboard.get();
        String again = "";
        while (shares.size() < terms.needed()) {
            String name = "share " + (shares.size() + 1) + " of " + terms.needed();
            var words = words(from, again + "Words of " + name);
            if (words.isEmpty()) {
                return again.isEmpty() ? Optional.empty() : Optional.of(again.strip());
            }
            var wrong = add(words.get(), name, shares);
            if (wrong.isPresent() && !from.isPerson()) {
                return wrong;
            }
            again = wrong.map(sentence -> sentence + "\n").orElse("");
        }
        return Optional.empty();
    }

    /// Lines until there are as many words as a share has, or an empty line.
    private static Optional<SecretBytes> words(Keyboard from, String prompt) throws IOException {
        var words = from.line(prompt);
        while (words.isPresent() && ShareWords.count(words.get()) < ShareWords.COUNT) {
            int have = ShareWords.count(words.get());
            var more = from.line("  " + (ShareWords.COUNT - have) + " more words");
            if (more.isEmpty()) {
                return words;
            }
            words = Optional.of(joined(words.get(), more.get()));
        }
        return words;
    }

    private static SecretBytes joined(SecretBytes first, SecretBytes second) {
        try (first;
                second;
                var begun = first.plus(SPACE)) {
            return begun.plus(second);
        }
    }

    private static Optional<String> add(SecretBytes words, String name, List<Share> shares) {
        try (words) {
            var read = ShareWords.read(words);
            if (read instanceof ShareWords.Read.Genuine(var share)) {
                shares.add(share);
                return Optional.empty();
            }
            return Optional.of(Sentences.of(read, name));
        }
    }
}
