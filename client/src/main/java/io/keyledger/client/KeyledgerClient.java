package io.keyledger.client;

import io.keyledger.client.api.ApiKeys;
import io.keyledger.client.api.Apis;
import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Callers;
import io.keyledger.client.api.Checks;
import io.keyledger.client.api.DeadLetters;
import io.keyledger.client.api.Groups;
import io.keyledger.client.api.HealthReports;
import io.keyledger.client.api.MerkleLogs;
import io.keyledger.client.api.People;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.PersonalValues;
import io.keyledger.client.api.Policies;
import io.keyledger.client.api.Replays;
import io.keyledger.client.api.Roles;
import io.keyledger.client.api.ServiceUsers;
import io.keyledger.client.api.SignIns;
import io.keyledger.client.api.Workspaces;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * A caller with one API key, or a person's token. Safe for many threads.
 *
 * <p>Reads present the consistency token of the caller's last write, so that it reads what it
 * wrote. Writes carry an {@code Idempotency-Key}; a write or read that was not answered, or
 * answered 503, is tried up to {@value Stubborn#TRIES} times, but for writes that know no such key.
 * Where a person waits, a {@link Presence} says sooner that nobody answers.
 */
public final class KeyledgerClient {

    private static final ConversionService ISO_TIMES = isoTimes();

    private final Transport transport;
    private final LastToken token;
    private final Said said;
    private final HttpServiceProxyFactory proxies;

    private KeyledgerClient(Transport transport, LastToken token, Said said) {
        this.transport = transport;
        this.token = token;
        this.said = said;
        this.proxies = proxies(transport.with(token, said));
    }

    /**
     * A caller of the Keyledger at an address.
     *
     * @param base such as {@code http://127.0.0.1:8080}
     * @param key text of an API key, {@code kl_…}
     */
    public static KeyledgerClient of(URI base, String key) {
        return of(base, () -> key);
    }

    /**
     * A caller whose key may be another for each request: a person's, whose tokens live for
     * minutes.
     *
     * @param key gives the text of an API key or a token; what it throws, the request throws
     */
    public static KeyledgerClient of(URI base, Supplier<String> key) {
        return new KeyledgerClient(Transport.to(base, key), new LastToken(), Said.NOTHING);
    }

    /**
     * A caller whom a person waits for: it hears within five seconds that nobody answers, and at
     * once while that is known.
     *
     * @throws KeyledgerAway by each call while Keyledger is away
     */
    public static KeyledgerClient of(Presence presence, Supplier<String> key) {
        return new KeyledgerClient(Transport.to(presence, key), new LastToken(), Said.NOTHING);
    }

    /** The same caller, giving that reason for its writes; at most 500 characters. */
    public KeyledgerClient because(String newReason) {
        return new KeyledgerClient(transport, token, said.because(newReason));
    }

    /**
     * The same caller, whose writes are refused with 412 if what they change has another version by
     * then.
     */
    public KeyledgerClient onVersion(long version) {
        return new KeyledgerClient(transport, token, said.onVersion(version));
    }

    /**
     * The same caller, whose reads are of that moment, as far as what is read can be asked about
     * the past; null for now.
     */
    public KeyledgerClient asOf(@Nullable Instant moment) {
        return moment == null ? this : new KeyledgerClient(transport, token, said.asOf(moment));
    }

    /**
     * The same caller, none of whose writes is sent: each is refused as withheld, as if by the API.
     */
    public KeyledgerClient withholding() {
        return new KeyledgerClient(transport, token, said.withholding());
    }

    /** The same caller by other keys or tokens from now on, who reads what it has written. */
    public KeyledgerClient showing(Supplier<String> otherKey) {
        return new KeyledgerClient(transport.as(otherKey), token, said);
    }

    /** Another caller of the same Keyledger. */
    public KeyledgerClient as(String otherKey) {
        return new KeyledgerClient(transport.as(() -> otherKey), new LastToken(), Said.NOTHING);
    }

    public SignIns signIns() {
        return proxies.createClient(SignIns.class);
    }

    public Callers callers() {
        return proxies.createClient(Callers.class);
    }

    public Workspaces workspaces() {
        return proxies.createClient(Workspaces.class);
    }

    public Roles roles() {
        return proxies.createClient(Roles.class);
    }

    public Groups groups() {
        return proxies.createClient(Groups.class);
    }

    public Policies policies() {
        return proxies.createClient(Policies.class);
    }

    public Apis apis() {
        return proxies.createClient(Apis.class);
    }

    public ServiceUsers serviceUsers() {
        return proxies.createClient(ServiceUsers.class);
    }

    public People people() {
        return proxies.createClient(People.class);
    }

    public ApiKeys keys() {
        return proxies.createClient(ApiKeys.class);
    }

    public Checks checks() {
        return proxies.createClient(Checks.class);
    }

    public Audit audit() {
        return proxies.createClient(Audit.class);
    }

    /**
     * The audit trail as a table, to take away.
     *
     * @param silence how long nothing may come of it
     */
    public AuditTables auditTables(Duration silence) {
        Within within = new Within(silence);
        return new AuditTables(transport.streaming(token, said, within), within);
    }

    public MerkleLogs merkleLogs() {
        return proxies.createClient(MerkleLogs.class);
    }

    public Permissions permissions() {
        return proxies.createClient(Permissions.class);
    }

    public PersonalValues personalValues() {
        return proxies.createClient(PersonalValues.class);
    }

    public DeadLetters deadLetters() {
        return proxies.createClient(DeadLetters.class);
    }

    public Replays replays() {
        return proxies.createClient(Replays.class);
    }

    public HealthReports healthReports() {
        return proxies.createClient(HealthReports.class);
    }

    private static HttpServiceProxyFactory proxies(RestClient http) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .conversionService(ISO_TIMES)
                .build();
    }

    /** The default writes days as the reader's country does. */
    private static ConversionService isoTimes() {
        DefaultFormattingConversionService conversions = new DefaultFormattingConversionService();
        DateTimeFormatterRegistrar times = new DateTimeFormatterRegistrar();
        times.setUseIsoFormat(true);
        times.registerFormatters(conversions);
        return conversions;
    }
}
