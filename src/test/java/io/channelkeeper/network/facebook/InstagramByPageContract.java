package io.channelkeeper.network.facebook;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * Instagram through a page.
 */
class InstagramByPageContract implements ProviderContract {

	static final String TOKEN = "/v25.0/oauth/access_token";

	static final String ACCOUNTS = """
			{"data":[{"id":"20011","name":"Ana Kocht","username":"ana.kocht","access_token":"EAAP1","tasks":["ANALYZE","MANAGE"],
			"is_published":true,"followers_count":8120,"instagram_business_account":{"id":"17841400000000011",
			"username":"anakocht","name":"Ana","followers_count":8120,"media_count":412}}],"paging":{"cursors":{"before":"b","after":"a"}}}
			""";

	@Override
	public String title() {
		return "Instagram by page";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("facebook");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("instagram");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return facebook(address);
	}

	@Override
	public List<Answer> answers() {
		return List.of(
				new Answer(TOKEN, "{\"access_token\":\"EAAL1\",\"token_type\":\"bearer\",\"expires_in\":5183944}"),
				new Answer("/v25.0/me", "{\"id\":\"90011\",\"name\":\"Ana Kocht\"}"),
				new Answer("/v25.0/me/permissions", permissions("granted")), new Answer("/v25.0/debug_token", """
						{"data":{"app_id":"5501","type":"USER","is_valid":true,"expires_at":1800446344,
						"data_access_expires_at":1803038344,"user_id":"90011","scopes":["pages_show_list"]}}"""),
				new Answer("/v25.0/me/accounts", ACCOUNTS));
	}

	@Override
	public List<Answer> profile() {
		return List.of(new Answer("/v25.0/17841400000000011",
				"{\"id\":\"17841400000000011\",\"username\":\"anakocht\",\"name\":\"Ana\",\"followers_count\":8120,\"media_count\":412,"
						+ "\"profile_picture_url\":\"https://scontent.x.fbcdn.net/a.jpg\"}"));
	}

	@Override
	public String externalId() {
		return "17841400000000011";
	}

	@Override
	public String handle() {
		return "anakocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied", "error_reason", "user_denied", "error_description",
				"Permissions error");
	}

	@Override
	public Map<String, String> aborted() {
		return Map.of("error", "access_denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer("/v25.0/me/permissions", permissions("declined")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of(new Answer("/v25.0/me/accounts", "{\"data\":[]}"));
	}

	/** A personal account is simply not listed. */
	@Override
	public List<Answer> notEligible() {
		return List.of(new Answer("/v25.0/me/accounts",
				"{\"data\":[{\"id\":\"20011\",\"name\":\"Ana Kocht\",\"access_token\":\"EAAP1\",\"tasks\":[\"MANAGE\"]}]}"));
	}

	@Override
	public Answer codeUsed() {
		return refused("This authorization code has been used.");
	}

	@Override
	public Answer codeTooOld() {
		return refused("This authorization code has expired.");
	}

	static Map<String, Object> facebook(String address) {
		return Map.of("spring.security.oauth2.client.registration.facebook.client-id", "5501",
				"spring.security.oauth2.client.registration.facebook.client-secret", "secret",
				"spring.security.oauth2.client.provider.facebook.token-uri", address + TOKEN,
				"channelkeeper.network.facebook.api-url", address + "/v25.0");
	}

	private static Answer refused(String message) {
		return new Answer(TOKEN, 400, "{\"error\":{\"message\":\"" + message
				+ "\",\"type\":\"OAuthException\",\"code\":100,\"fbtrace_id\":\"Ax1\"}}");
	}

	private static String permissions(String insights) {
		return "{\"data\":[{\"permission\":\"instagram_basic\",\"status\":\"granted\"},{\"permission\":\"pages_show_list\",\"status\":\"granted\"},"
				+ "{\"permission\":\"pages_read_engagement\",\"status\":\"granted\"},{\"permission\":\"instagram_manage_insights\",\"status\":\""
				+ insights + "\"}]}";
	}

	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.ACCESS_REVOKED, dead(458));
	}

	@Override
	public Refusal passwordChanged() {
		return Refusal.token(Cause.PASSWORD_CHANGED, dead(460));
	}

	/** The person's token is good, the page's own is not (N-7). */
	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.ROLE_LOST),
				new Answer("/v25.0/debug_token", "{\"data\":{\"is_valid\":true,\"expires_at\":0}}"), dead(492));
	}

	@Override
	public Cause absence() {
		return Cause.PAGE_UNLINKED;
	}

	static Answer dead(int subcode) {
		return new Answer("/v25.0/debug_token", "{\"data\":{\"is_valid\":false,\"error\":{\"code\":190,\"subcode\":"
				+ subcode + ",\"message\":\"Error validating access token\"}}}");
	}

}
