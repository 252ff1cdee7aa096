package io.keyledger.access.key;

/** What somebody shows as an API key, or instead of one. */
public sealed interface PresentedKey {

    /** Well formed, with a right checksum; whether it is a key at all is for the check to say. */
    record WellFormed(ApiKeyText text) implements PresentedKey {}

    /** No key of any kind, or two different ones at once. Its text is not kept. */
    record Malformed() implements PresentedKey {}

    /** A person's token, signed by the provider that is trusted. */
    record Token(PersonToken token) implements PresentedKey {}

    /**
     * A token that is not to be trusted, or that was once. It is not kept.
     *
     * @param expired that is all that is wrong with it
     */
    record RefusedToken(boolean expired) implements PresentedKey {}

    /** Takes a text that should be a key's. */
    static PresentedKey of(String text) {
        return ApiKeyText.parse(text).<PresentedKey>map(WellFormed::new).orElseGet(Malformed::new);
    }
}
