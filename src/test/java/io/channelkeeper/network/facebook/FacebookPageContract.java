package io.channelkeeper.network.facebook;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * A Facebook page.
 */
class FacebookPageContract implements ProviderContract {

	@Override
	public String title() {
		return "Facebook page";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("facebook");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("facebook");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return InstagramByPageContract.facebook(address);
	}

	@Override
	public List<Answer> answers() {
		return List.of(
				new Answer(InstagramByPageContract.TOKEN,
						"{\"access_token\":\"EAAL1\",\"token_type\":\"bearer\",\"expires_in\":5183944}"),
				new Answer("/v25.0/me", "{\"id\":\"90011\",\"name\":\"Ana Kocht\"}"),
				new Answer("/v25.0/me/permissions", permissions("granted")),
				new Answer("/v25.0/debug_token",
						"{\"data\":{\"app_id\":\"5501\",\"type\":\"USER\",\"is_valid\":true,\"expires_at\":1800446344,\"user_id\":\"90011\"}}"),
				new Answer("/v25.0/me/accounts", InstagramByPageContract.ACCOUNTS));
	}

	@Override
	public List<Answer> profile() {
		return List.of(new Answer("/v25.0/20011",
				"{\"id\":\"20011\",\"name\":\"Ana Kocht\",\"username\":\"ana.kocht\",\"is_published\":true,\"followers_count\":8120,\"fan_count\":8000,"
						+ "\"picture\":{\"data\":{\"url\":\"https://scontent.x.fbcdn.net/a.jpg\",\"is_silhouette\":false}}}"));
	}

	@Override
	public String externalId() {
		return "20011";
	}

	@Override
	public String handle() {
		return "ana.kocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied", "error_reason", "user_denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer("/v25.0/me/permissions", permissions("declined")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of(new Answer("/v25.0/me/accounts", "{\"data\":[]}"));
	}

	@Override
	public List<Answer> notEligible() {
		return List.of(new Answer("/v25.0/me/accounts",
				InstagramByPageContract.ACCOUNTS.replace("\"is_published\":true", "\"is_published\":false")));
	}

	@Override
	public Answer codeUsed() {
		return new Answer(InstagramByPageContract.TOKEN, 400,
				"{\"error\":{\"message\":\"This authorization code has been used.\",\"type\":\"OAuthException\",\"code\":100}}");
	}

	private static String permissions(String insights) {
		return "{\"data\":[{\"permission\":\"pages_show_list\",\"status\":\"granted\"},{\"permission\":\"pages_read_engagement\",\"status\":\"granted\"},"
				+ "{\"permission\":\"read_insights\",\"status\":\"" + insights + "\"}]}";
	}

	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.ACCESS_REVOKED, InstagramByPageContract.dead(458));
	}

	@Override
	public Refusal passwordChanged() {
		return Refusal.token(Cause.PASSWORD_CHANGED, InstagramByPageContract.dead(460));
	}

	/** The person's token is good, the page's own is not (N-7). */
	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.ROLE_LOST),
				new Answer("/v25.0/debug_token", "{\"data\":{\"is_valid\":true,\"expires_at\":0}}"),
				InstagramByPageContract.dead(492));
	}

	@Override
	public Cause absence() {
		return Cause.ROLE_LOST;
	}

}
