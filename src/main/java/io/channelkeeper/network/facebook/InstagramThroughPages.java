package io.channelkeeper.network.facebook;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInWay;

/**
 * Instagram accounts as they hang on Facebook pages: only professional ones are listed,
 * and only with the page that they are linked to.
 */
final class InstagramThroughPages {

	static final NetworkId NETWORK = new NetworkId("instagram");

	/** Instagram does not say on this way whether it is a business or a creator. */
	private static final String ACCOUNT_TYPE = "professional";

	/** What an account shows of itself. */
	static final String SHOWN = "id,username,name,profile_picture_url,followers_count,follows_count,media_count";

	static final String FIELDS = "id,name,username,access_token,tasks,is_published,instagram_business_account{" + SHOWN
			+ "}";

	private InstagramThroughPages() {
	}

	static SignInWay way(ProviderId provider) {
		return new SignInWay(NETWORK, provider,
				List.of(Pages.permission("instagram_basic"), Pages.permission("instagram_manage_insights"),
						Pages.permission("pages_show_list"), Pages.permission("pages_read_engagement")),
				List.of("network.instagram.facebook.preparation.professional",
						"network.instagram.facebook.preparation.page", "network.instagram.facebook.preparation.public",
						"network.instagram.facebook.preparation.role"),
				false, false);
	}

	/** What the pages of one login lead to. */
	static Reach reach(List<Json> pages) {
		Map<String, ReachedChannel> channels = new LinkedHashMap<>();
		for (Json page : pages) {
			ReachedChannel channel = channel(page);
			if (channel != null) {
				channels.merge(channel.profile().externalId(), channel,
						(first, second) -> (first.obstacle() == null) ? first : second);
			}
		}
		return new Reach(List.copyOf(channels.values()), whenNone(pages));
	}

	private static @Nullable ReachedChannel channel(Json page) {
		Json account = page.object("instagram_business_account");
		String id = (account != null) ? account.id("id") : null;
		if (account == null || id == null) {
			return null;
		}
		return new ReachedChannel(profile(account, id), Pages.token(page), Pages.obstacle(page));
	}

	/** Another account as Instagram shows it to strangers. */
	static String discovery(String handle) {
		return "business_discovery.username(" + handle + "){" + SHOWN + "}";
	}

	static Profile profile(Json account, String id) {
		Map<String, Long> figures = new LinkedHashMap<>(account.figures());
		Long followers = figures.remove("followers_count");
		if (followers != null) {
			figures.put("followers", followers);
		}
		String handle = Objects.requireNonNullElse(account.label("username"), id);
		// A professional account is public by Instagram's rules unless the answer denies
		// it.
		boolean isPublic = !Boolean.FALSE.equals(account.flag("is_published"));
		URI picture = Boolean.FALSE.equals(account.flag("has_profile_pic")) ? null
				: account.address("profile_picture_url");
		return new Profile(NETWORK, id, handle, account.label("name"), isPublic, ACCOUNT_TYPE, figures, picture);
	}

	private static Diagnosis whenNone(List<Json> pages) {
		if (pages.isEmpty()) {
			return Diagnosis.of(DiagnosisKind.NO_PAGE);
		}
		return pages.stream()
			.filter((page) -> !Pages.isRoleTooSmall(page))
			.findFirst()
			.map((page) -> Pages.about(DiagnosisKind.NO_PROFESSIONAL_ACCOUNT, page))
			.orElseGet(() -> Pages.about(DiagnosisKind.ROLE_TOO_SMALL, pages.getFirst()));
	}

}
