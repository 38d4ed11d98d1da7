package io.channelkeeper.network.tiktok;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.network.ChannelAddress;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;

/**
 * The one account that a sign-in at TikTok leads to. TikTok says neither what kind of
 * account it is nor whether it is private.
 */
@Component
class TikTokChannel {

	private static final String FOLLOWERS = "follower_count";

	private final TikTokNetwork network;

	TikTokChannel(TikTokNetwork network) {
		this.network = network;
	}

	Reach reach(Grant grant, Json user) {
		return new Reach(List.of(channel(grant, user)), Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(this.network.id()));
	}

	/**
	 * Without the permission that shows it there is no handle. Everybody can call
	 * themselves what they like, so the name beside it never stands for it: the account
	 * is listed by that name, but cannot be connected.
	 */
	private ReachedChannel channel(Grant grant, Json user) {
		String id = Objects.requireNonNullElse(user.id("open_id"), grant.userId());
		if (!grant.scopes().contains(TikTokScope.PROFILE.value())) {
			String name = Objects.requireNonNullElse(user.label("display_name"), id);
			return new ReachedChannel(profile(id, name, user), null, missing(TikTokScope.PROFILE.value()));
		}
		String handle = handle(user);
		if (handle == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return new ReachedChannel(profile(id, handle, user), null, null);
	}

	/**
	 * What it means that a permission is missing.
	 * @param scope TikTok's word for it, or null where it does not say which
	 */
	static Diagnosis missing(@Nullable String scope) {
		return Diagnosis.of(DiagnosisKind.PERMISSION_DECLINED, "permissions",
				Arrays.stream(TikTokScope.values())
					.filter((one) -> scope == null || one.value().equals(scope))
					.map((one) -> one.permission().key())
					.collect(Collectors.joining(",")));
	}

	private @Nullable String handle(Json user) {
		String handle = user.label("username");
		URI address = user.address("profile_deep_link");
		return (handle != null || address == null) ? handle
				: this.network.recognize(address.toString()).map(ChannelAddress::handle).orElse(null);
	}

	private Profile profile(String id, String handle, Json user) {
		URI large = user.address("avatar_large_url");
		return new Profile(this.network.id(), id, handle, user.label("display_name"), null, null, figures(user),
				(large != null) ? large : user.address("avatar_url"));
	}

	private static Map<String, Long> figures(Json user) {
		Map<String, Long> figures = new LinkedHashMap<>(user.figures());
		figures.keySet().removeIf((name) -> !name.endsWith("_count"));
		Long followers = figures.remove(FOLLOWERS);
		if (followers != null) {
			figures.put("followers", followers);
		}
		return figures;
	}

}
