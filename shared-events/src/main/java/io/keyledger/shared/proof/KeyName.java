package io.keyledger.shared.proof;

/** Names of keys, and origins of logs: not empty, without spaces, controls and plus signs. */
final class KeyName {

    private KeyName() {}

    static String check(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(KeyName::isForbidden)) {
            throw Unproven.malformed(
                    "The key's name is empty, or has a space or a plus sign in it.");
        }
        return name;
    }

    private static boolean isForbidden(int character) {
        return character == '+'
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }
}
