package io.keyledger.access.key;

/** What somebody shows as an API key. */
public sealed interface PresentedKey {

    /** Well formed, with a right checksum; whether it is a key at all is for the check to say. */
    record WellFormed(ApiKeyText text) implements PresentedKey {}

    /** No key of any kind, or two different ones at once. Its text is not kept. */
    record Malformed() implements PresentedKey {}

    /** Takes a text that should be a key's. */
    static PresentedKey of(String text) {
        return ApiKeyText.parse(text).<PresentedKey>map(WellFormed::new).orElseGet(Malformed::new);
    }
}
