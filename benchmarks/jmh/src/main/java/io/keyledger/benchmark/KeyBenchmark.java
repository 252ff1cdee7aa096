package io.keyledger.benchmark;

import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.CredentialHeaders;
import io.keyledger.access.key.Peppers;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.shared.id.KeyId;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A key as it is shown. */
@State(Scope.Thread)
public class KeyBenchmark {

    private ApiKeyText key = ApiKeyText.generate(KeyId.of(UUID.randomUUID()), new SecureRandom());
    private List<String> authorization = List.of("Bearer " + key.reveal());
    private SecretHasher hasher;

    @Setup
    public void prepare() throws IOException {
        hasher = new SecretHasher(Peppers.loadOrCreate(Files.createTempDirectory("peppers")));
    }

    @Benchmark
    public Optional<PresentedKey> readFromHeader() {
        return CredentialHeaders.read(authorization, List.of());
    }

    @Benchmark
    public Optional<ApiKeyText> parse() {
        return ApiKeyText.parse(key.reveal());
    }

    @Benchmark
    public SecretHasher.Shown hash() {
        return hasher.shown(key);
    }
}
