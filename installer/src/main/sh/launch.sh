# What the launchers share: find a JDK, build what is missing or stale, start. Sourced, POSIX sh.
# The launcher sets `checkout` to the folder of the parent pom.

jdk_release=25
stage=$checkout/installer/target/franklin
built=$stage/built

# Where JDKs are usually found, one folder a line, in the order in which they are tried.
jdk_homes() {
    echo "${JAVA_HOME:-}"
    env | sed -nE 's/^(JAVA|JDK)[A-Za-z0-9_]*=(.*)$/\2/p'
    java=$(command -v java) && dirname "$(dirname "$(follow "$java")")"
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME/Library/Java/JavaVirtualMachines"/*/Contents/Home \
        "$HOME/.jdks"/* "$HOME/.sdkman/candidates/java"/* "$HOME/.m2/jdks"/*; do
        echo "$home"
    done
}

# The file that a chain of symbolic links ends at.
follow() {
    file=$1
    while [ -h "$file" ]; do
        target=$(readlink "$file")
        case $target in
            /*) file=$target ;;
            *) file=$(dirname "$file")/$target ;;
        esac
    done
    echo "$file"
}

# The first JDK that is new enough, by the version that its release file states.
find_jdk() {
    jdk_homes | while IFS= read -r home; do
        [ -x "$home/bin/javac" ] && [ -f "$home/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -ge "$jdk_release" ]; then
            echo "$home"
            break
        fi
    done
}

fail() {
    echo "$*" >&2
    exit 1
}

# What must be built again: a source, a resource or a pom that is newer than the last build.
newer_than_the_build() {
    find "$checkout/pom.xml" "$checkout"/*/pom.xml "$checkout"/*/*/pom.xml \
        "$checkout"/*/src/main "$checkout"/*/*/src/main \
        -newer "$built" -print 2>/dev/null | head -n 1
}

build() {
    if [ ! -f "$built" ]; then
        echo "Building Franklin (first run, about a minute) …" >&2
    elif [ -n "$(newer_than_the_build)" ]; then
        echo "Building Franklin (its sources have changed) …" >&2
    else
        return
    fi
    command -v mvn >/dev/null \
        || fail "Franklin is built by Maven: install it, for example with: apt-get install maven"
    # The new stage holds no jar of an older build, and its mark is as old as the build's begin.
    rm -rf "$stage"
    mkdir -p "$stage"
    touch "$stage/begun"
    (
        cd "$checkout" || exit
        JAVA_HOME=$jdk
        # Maven's own libraries reach into the JDK; that is no news to who starts Franklin.
        MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED \
--sun-misc-unsafe-memory-access=allow"
        export JAVA_HOME MAVEN_OPTS
        mvn -q -B -Dmaven.test.skip=true -pl installer -am package </dev/null >&2
    ) || fail "Franklin could not be built: see the messages above."
    mv "$stage/begun" "$built"
}

# Replaces this shell by the program, so that Ctrl-C and exit codes are the program's.
launch() {
    main=$1
    shift
    jdk=$(find_jdk)
    [ -n "$jdk" ] || fail "Franklin needs JDK $jdk_release or newer:" \
        "install one, for example Eclipse Temurin $jdk_release."
    build
    # The archive of loaded classes is made at the end of a program's first run and halves the start
    # of the next; Java makes it anew where it does not fit, so nothing is said of it.
    exec "$jdk/bin/java" -ea:org.franklin... \
        -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$stage/$main.jsa" \
        -Xlog:cds=off -Xlog:aot=off \
        --enable-native-access=javafx.graphics,ALL-UNNAMED \
        --module-path "$stage/javafx" --add-modules javafx.controls,javafx.swing \
        -cp "$stage/lib/*" "$main" "$@"
}
