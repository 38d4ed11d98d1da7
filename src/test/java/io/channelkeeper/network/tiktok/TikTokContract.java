package io.channelkeeper.network.tiktok;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * TikTok by Login Kit.
 */
class TikTokContract implements ProviderContract {

	private static final String TOKEN = "/v2/oauth/token/";

	private static final String USER = "{\"data\":{\"user\":{\"open_id\":\"oid-7\",\"union_id\":\"u-3\",\"display_name\":\"Ana\",\"username\":\"anakocht\",\"follower_count\":51200,\"is_verified\":false,\"avatar_url\":\"https://p16-sign.tiktokcdn.com/a.jpeg\"}},\"error\":{\"code\":\"ok\",\"message\":\"\",\"log_id\":\"2026112100\"}}";

	@Override
	public String title() {
		return "TikTok";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("tiktok");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("tiktok");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.tiktok.client-id", "5501",
				"spring.security.oauth2.client.registration.tiktok.client-secret", "secret",
				"spring.security.oauth2.client.provider.tiktok.token-uri", address + TOKEN,
				"channelkeeper.network.tiktok.api-url", address);
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer(TOKEN, token("user.info.basic,user.info.profile,user.info.stats,video.list")),
				new Answer("/v2/user/info/", USER));
	}

	@Override
	public String externalId() {
		return "oid-7";
	}

	@Override
	public String handle() {
		return "anakocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied", "error_description", "User denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer(TOKEN, token("user.info.basic,user.info.profile")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of();
	}

	@Override
	public List<Answer> notEligible() {
		return List.of();
	}

	@Override
	public Answer codeUsed() {
		return new Answer(TOKEN,
				"{\"error\":\"invalid_grant\",\"error_description\":\"Authorization code is expired.\",\"log_id\":\"2026112101\"}");
	}

	private static String token(String scope) {
		return "{\"access_token\":\"act.a1\",\"expires_in\":7200,\"open_id\":\"oid-7\",\"refresh_expires_in\":15552000,"
				+ "\"refresh_token\":\"rft.r1\",\"scope\":\"" + scope + "\",\"token_type\":\"Bearer\"}";
	}

	/** TikTok tells no reason. */
	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.TOKEN_REJECTED, refused("access_token_invalid"));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.PermissionMissing(null), refused("scope_not_authorized"));
	}

	@Override
	public Cause absence() {
		return Cause.ACCOUNT_DELETED;
	}

	private static Answer refused(String code) {
		return new Answer("/v2/user/info/", 401,
				"{\"data\":{},\"error\":{\"code\":\"" + code + "\",\"message\":\"\",\"log_id\":\"2026112102\"}}");
	}

}
