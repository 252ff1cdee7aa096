package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.ServiceUsers.ServiceUser;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The two places for API keys that a service user has, so that the limit explains itself. */
record KeyPlaces(List<Place> places) {

    private static final int PLACES = 2;

    /**
     * A place, filled or free.
     *
     * @param state in words: {@code active}, {@code disabled}, {@code expired}
     */
    record Place(int number, @Nullable ApiKey key, String state) {

        static Place filled(int number, ApiKey key, Instant clock) {
            Instant end = key.expiresAt();
            boolean over = end != null && !end.isAfter(clock);
            String state = key.status().equals("enabled") ? "active" : key.status();
            return new Place(number, key, over && state.equals("active") ? "expired" : state);
        }
    }

    static KeyPlaces of(ServiceUser user, Instant clock) {
        List<ApiKey> keys = user.keys() == null ? List.of() : user.keys();
        List<Place> places = new ArrayList<>();
        for (ApiKey key : keys) {
            places.add(Place.filled(places.size() + 1, key, clock));
        }
        while (places.size() < PLACES) {
            places.add(new Place(places.size() + 1, null, "free"));
        }
        return new KeyPlaces(places);
    }

    public boolean isFull() {
        return places.stream().noneMatch(place -> place.key() == null);
    }
}
