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
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.Profile;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.SignInWay;

/**
 * Facebook's pages as channels of their own.
 */
final class PagesThemselves {

	static final NetworkId NETWORK = FacebookNetwork.ID;

	/** What a page shows of itself. */
	static final String SHOWN = "id,name,username,is_published,followers_count,fan_count,picture.type(large)";

	static final String FIELDS = SHOWN + ",access_token,tasks";

	/** Personal profiles never come this way. */
	private static final String ACCOUNT_TYPE = "page";

	private PagesThemselves() {
	}

	static SignInWay way(ProviderId provider) {
		return new SignInWay(NETWORK, provider,
				List.of(new Permission("pages_show_list", "permission.facebook.page_list"),
						new Permission("pages_read_engagement", "permission.facebook.page_content"),
						new Permission("read_insights", "permission.facebook.page_insights")),
				List.of("network.facebook.facebook.preparation.role", "network.facebook.facebook.preparation.public",
						"network.facebook.facebook.preparation.tick"),
				false, true);
	}

	/** The pages of one login. */
	static Reach reach(List<Json> pages) {
		Map<String, ReachedChannel> channels = new LinkedHashMap<>();
		for (Json page : pages) {
			String id = page.id("id");
			if (id != null) {
				channels.putIfAbsent(id, new ReachedChannel(profile(page, id), Pages.token(page), obstacle(page)));
			}
		}
		return new Reach(List.copyOf(channels.values()), Diagnosis.of(DiagnosisKind.NO_PAGE).at(NETWORK));
	}

	private static @Nullable Diagnosis obstacle(Json page) {
		return Pages.obstacle(page);
	}

	static Profile profile(Json page, String id) {
		Map<String, Long> figures = new LinkedHashMap<>();
		page.figures().forEach((name, figure) -> {
			if (name.endsWith("_count")) {
				figures.put(name, figure);
			}
		});
		Long followers = figures.containsKey("followers_count") ? figures.remove("followers_count")
				: figures.get("fan_count");
		if (followers != null) {
			figures.put("followers", followers);
		}
		String handle = Objects.requireNonNullElse(page.label("username"), id);
		return new Profile(NETWORK, id, handle, page.label("name"), page.flag("is_published"), ACCOUNT_TYPE, figures,
				picture(page));
	}

	/** A silhouette is no picture. */
	private static @Nullable URI picture(Json page) {
		Json picture = page.object("picture");
		Json data = (picture != null) ? picture.object("data") : null;
		return (data == null || Boolean.TRUE.equals(data.flag("is_silhouette"))) ? null : data.address("url");
	}

}
