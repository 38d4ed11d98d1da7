package io.channelkeeper.network.google;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.Cause;
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
 * YouTube's channels: those of a person, and strangers' public ones. A person has one in
 * practice, because the channel is chosen during the consent.
 */
@Component
@EnableConfigurationProperties(YouTubeProperties.class)
class YouTubeChannels {

	static final String SCOPE = "https://www.googleapis.com/auth/youtube.readonly";

	private static final String INSIGHTS = "https://www.googleapis.com/auth/yt-analytics.readonly";

	private static final Map<String, String> NAMES = Map.of("subscriberCount", "followers", "viewCount", "views",
			"videoCount", "videos");

	/** Nobody has more channels than that; a network that says so is mistaken. */
	private static final int MOST_ANSWERS = 20;

	private final YouTubeApi api;

	private final ApiCalls calls;

	YouTubeChannels(RemoteClients clients, YouTubeProperties properties) {
		this.api = clients.create(YouTubeApi.class, properties.apiUrl());
		this.calls = clients.calls(new ApiName("google/youtube"), new GoogleReading());
	}

	static SignInWay way(ProviderId provider) {
		return new SignInWay(YouTubeNetwork.ID, provider,
				List.of(new Permission(SCOPE, "permission.google.youtube.readonly"),
						new Permission(INSIGHTS, "permission.google.yt-analytics.readonly")),
				List.of("network.youtube.google.preparation.channel", "network.youtube.google.preparation.account",
						"network.youtube.google.preparation.browser"),
				true, true);
	}

	/** The channels that a token stands for. */
	Reach reach(TokenValue token) {
		List<ReachedChannel> channels = mine(token).stream()
			.map(YouTubeChannels::profile)
			.filter(Objects::nonNull)
			.map((profile) -> new ReachedChannel(profile, null, obstacle(profile)))
			.toList();
		return new Reach(channels, Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(YouTubeNetwork.ID));
	}

	/** A channel that only its owner sees is not for analysing (P-5). */
	private static @Nullable Diagnosis obstacle(Profile profile) {
		return Boolean.FALSE.equals(profile.isPublic())
				? Diagnosis.of(DiagnosisKind.PAGE_NOT_PUBLISHED, "page", profile.handle()).at(YouTubeNetwork.ID) : null;
	}

	/** Every channel that these parameters find without a person. */
	List<Profile> find(Map<String, String> parameters) {
		return all(null, parameters).stream().map(YouTubeChannels::profile).filter(Objects::nonNull).toList();
	}

	/** The id of the first channel that a token stands for, or null. */
	@Nullable String firstId(TokenValue token) {
		return mine(token).stream().map((item) -> item.id("id")).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/** That somebody has no channel comes as an error or as an answer without items. */
	private List<Json> mine(TokenValue token) {
		try {
			return all("Bearer " + token.value(), Map.of("mine", "true"));
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().equals(new NetworkFault.ChannelLost(Cause.ACCOUNT_DELETED))) {
				return List.of();
			}
			throw ex;
		}
	}

	private List<Json> all(@Nullable String authorization, Map<String, String> parameters) {
		List<Json> items = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		String page = null;
		do {
			Map<String, String> wanted = new LinkedHashMap<>(parameters);
			wanted.put("part", "snippet,statistics,status,contentDetails");
			if (page != null) {
				wanted.put("pageToken", page);
			}
			Json answer = this.calls.read(() -> this.api.channels(authorization, wanted));
			// Somebody without a channel is told nothing but how the list would look.
			if (!answer.hasList("items") && answer.text("kind") == null && answer.object("pageInfo") == null) {
				throw new NetworkFaultException(new NetworkFault.Unexpected());
			}
			items.addAll(answer.objects("items"));
			page = answer.text("nextPageToken");
		}
		while (page != null && seen.add(page) && seen.size() < MOST_ANSWERS);
		return items;
	}

	private static @Nullable Profile profile(Json item) {
		String id = item.id("id");
		if (id == null) {
			return null;
		}
		Json snippet = item.object("snippet");
		Json status = item.object("status");
		String name = (snippet != null) ? snippet.label("customUrl") : null;
		String handle = (name != null) ? name.replaceFirst("^@", "") : "";
		String privacy = (status != null) ? status.text("privacyStatus") : null;
		return new Profile(YouTubeNetwork.ID, id, handle.isEmpty() ? id : handle,
				(snippet != null) ? snippet.label("title") : null,
				(privacy != null) ? !privacy.equals("private") : null, null, figures(item.object("statistics")),
				(snippet != null) ? picture(snippet.object("thumbnails")) : null, Set.of(id));
	}

	/** A hidden number of subscribers may come as a zero, which it is not. */
	private static Map<String, Long> figures(@Nullable Json statistics) {
		Map<String, Long> figures = new LinkedHashMap<>();
		if (statistics != null) {
			boolean hidden = Boolean.TRUE.equals(statistics.flag("hiddenSubscriberCount"));
			statistics.figures().forEach((name, number) -> {
				if (!(hidden && name.equals("subscriberCount"))) {
					figures.put(NAMES.getOrDefault(name, name), number);
				}
			});
		}
		return figures;
	}

	private static @Nullable URI picture(@Nullable Json thumbnails) {
		return (thumbnails != null) ? Stream.of("high", "medium", "default")
			.map(thumbnails::object)
			.filter(Objects::nonNull)
			.map((size) -> size.address("url"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null) : null;
	}

}
