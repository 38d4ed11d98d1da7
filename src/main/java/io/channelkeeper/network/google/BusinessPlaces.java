package io.channelkeeper.network.google;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

/**
 * The places of Google Business that a person manages, account by account.
 */
@Component
class BusinessPlaces {

	static final String SCOPE = "https://www.googleapis.com/auth/business.manage";

	private static final Logger log = LoggerFactory.getLogger(BusinessPlaces.class);

	private static final String ACCOUNTS = "accounts/";

	/** Google answers nothing without it. */
	private static final String FIELDS = "name,title,storefrontAddress,metadata";

	/** Nobody has more pages of them; a network that says so is mistaken. */
	private static final int MOST_ANSWERS = 100;

	private final BusinessApi accounts;

	private final BusinessApi places;

	private final ApiCalls calls;

	private final GoogleBusinessNetwork network;

	BusinessPlaces(RemoteClients clients, GoogleBusinessProperties properties, GoogleBusinessNetwork network) {
		this.accounts = clients.create(BusinessApi.class, properties.accountApiUrl());
		this.places = clients.create(BusinessApi.class, properties.informationApiUrl());
		this.calls = clients.calls(new ApiName("google/business"), new GoogleReading());
		this.network = network;
	}

	static SignInWay way(ProviderId provider) {
		return new SignInWay(GoogleBusinessNetwork.ID, provider,
				List.of(new Permission(SCOPE, "permission.google.business.manage")),
				List.of("network.google-business.google.preparation.profile",
						"network.google-business.google.preparation.role",
						"network.google-business.google.preparation.browser"),
				true, true);
	}

	/**
	 * Every place of every account. An account whose places are refused, because the
	 * person manages it no longer, hides no others.
	 */
	Reach reach(TokenValue token) {
		Map<String, ReachedChannel> found = new LinkedHashMap<>();
		Diagnosis whenNone = Diagnosis.of(DiagnosisKind.NO_CHANNEL);
		for (Json account : accounts(token)) {
			try {
				places(token, account).stream()
					.map(this::profile)
					.filter(Objects::nonNull)
					.forEach((profile) -> found.putIfAbsent(profile.externalId(),
							new ReachedChannel(profile, null, null)));
			}
			catch (NetworkFaultException ex) {
				if (!(ex.fault() instanceof NetworkFault.ChannelLost)) {
					throw ex;
				}
				log.info("The places of an account at Google Business are refused");
				whenNone = Diagnosis.of(DiagnosisKind.ROLE_TOO_SMALL, "page",
						Objects.requireNonNullElse(account.label("accountName"), "?"));
			}
		}
		return new Reach(List.copyOf(found.values()), whenNone.at(GoogleBusinessNetwork.ID));
	}

	/**
	 * One place.
	 * @param id its name, {@code locations/} before it
	 */
	Profile place(TokenValue token, String id) {
		Json place = this.calls.read(() -> this.places.location("Bearer " + token.value(),
				id.substring(id.lastIndexOf('/') + 1), Map.of("readMask", FIELDS)));
		Profile profile = profile(place);
		if (profile == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return profile;
	}

	/** The name of the first account, or null. */
	@Nullable String firstAccount(TokenValue token) {
		return accounts(token).stream()
			.map((account) -> account.id("name"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	private List<Json> accounts(TokenValue token) {
		return all("accounts", Map.of("pageSize", "20"),
				(wanted) -> this.accounts.accounts("Bearer " + token.value(), wanted));
	}

	private List<Json> places(TokenValue token, Json account) {
		String name = account.id("name");
		if (name == null || !name.startsWith(ACCOUNTS)) {
			return List.of();
		}
		return all("locations", Map.of("readMask", FIELDS, "pageSize", "100"), (wanted) -> this.places
			.locations("Bearer " + token.value(), name.substring(ACCOUNTS.length()), wanted));
	}

	/** A list that has nothing in it is missing altogether. */
	private List<Json> all(String list, Map<String, String> parameters,
			Function<Map<String, String>, ResponseEntity<byte[]>> call) {
		List<Json> all = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		String page = null;
		do {
			Map<String, String> wanted = new LinkedHashMap<>(parameters);
			if (page != null) {
				wanted.put("pageToken", page);
			}
			Json answer = this.calls.read(() -> call.apply(wanted));
			if (!answer.hasList(list) && !answer.isEmpty()) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			all.addAll(answer.objects(list));
			page = answer.text("nextPageToken");
		}
		while (page != null && seen.add(page) && seen.size() < MOST_ANSWERS);
		return all;
	}

	/**
	 * A place goes by the number in its map address if it has one, else by its place id,
	 * else by the name that only Google Business knows.
	 */
	private @Nullable Profile profile(Json place) {
		String name = place.id("name");
		if (name == null) {
			return null;
		}
		// The older form of the name has the account before it.
		String id = name.substring(Math.max(0, name.lastIndexOf("locations/")));
		Json metadata = place.object("metadata");
		String map = (metadata != null) ? metadata.text("mapsUri") : null;
		String placeId = (metadata != null) ? metadata.id("placeId") : null;
		List<String> handles = Stream
			.of((map != null) ? this.network.recognize(map).map(ChannelAddress::handle).orElse(null) : null,
					(placeId != null) ? "place_id:" + placeId : null, id)
			.filter(Objects::nonNull)
			.toList();
		// What has an address on the map is there for everybody.
		Boolean isPublic = (map != null) ? Boolean.TRUE : null;
		return new Profile(GoogleBusinessNetwork.ID, id, handles.getFirst(), place.label("title"), isPublic, null,
				Map.of(), null, Set.copyOf(handles));
	}

}
