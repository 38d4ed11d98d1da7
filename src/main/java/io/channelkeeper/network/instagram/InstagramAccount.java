package io.channelkeeper.network.instagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Cause;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;

/**
 * The one account that an Instagram Login leads to. Its key is the id that it has on
 * every way, never the one that Instagram made up for this application.
 */
final class InstagramAccount {

	private static final Diagnosis PERSONAL = Diagnosis.of(DiagnosisKind.PERSONAL_ACCOUNT);

	private InstagramAccount() {
	}

	/** What a question for the account itself leads to. */
	static Reach reach(Supplier<Json> question) {
		Json me;
		try {
			me = question.get();
		}
		catch (NetworkFaultException ex) {
			if (ex.fault().equals(new NetworkFault.ChannelLost(Cause.NOT_PROFESSIONAL))) {
				return new Reach(List.of(), PERSONAL);
			}
			throw ex;
		}
		String id = me.id("user_id");
		if (id == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		String type = type(me);
		Diagnosis obstacle = "personal".equals(type) ? PERSONAL : null;
		return new Reach(List.of(new ReachedChannel(profile(me, id, type), null, obstacle)), PERSONAL);
	}

	private static Profile profile(Json me, String id, @Nullable String type) {
		Map<String, Long> figures = new LinkedHashMap<>(me.figures());
		Long followers = figures.remove("followers_count");
		if (followers != null) {
			figures.put("followers", followers);
		}
		String handle = Objects.requireNonNullElse(me.label("username"), id);
		// A professional account is public by Instagram's rules.
		return new Profile(InstagramNetwork.ID, id, handle, me.label("name"), true, type, figures,
				me.address("profile_picture_url"));
	}

	/** Documented as {@code Media_Creator}, seen as {@code MEDIA_CREATOR}. */
	private static @Nullable String type(Json me) {
		String type = me.label("account_type");
		return (type != null) ? type.toLowerCase(Locale.ROOT) : null;
	}

}
