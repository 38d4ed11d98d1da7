package io.channelkeeper.network.instagram;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * Instagram by its own login.
 */
class InstagramLoginContract implements ProviderContract {

	private static final String TOKEN = "/oauth/access_token";

	private static final String ME = "{\"id\":\"1020000001\",\"user_id\":\"17841400000000011\",\"username\":\"anakocht\",\"name\":\"Ana\",\"account_type\":\"MEDIA_CREATOR\",\"followers_count\":8120,\"follows_count\":12,\"media_count\":412,\"profile_picture_url\":\"https://scontent.cdninstagram.com/a.jpg\"}";

	@Override
	public String title() {
		return "Instagram Login";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("instagram");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("instagram");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.instagram.client-id", "5501",
				"spring.security.oauth2.client.registration.instagram.client-secret", "secret",
				"spring.security.oauth2.client.provider.instagram.token-uri", address + TOKEN,
				"channelkeeper.network.instagram.api-url", address + "/graph");
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer(TOKEN, token("instagram_business_basic,instagram_business_manage_insights")),
				new Answer("/graph/access_token",
						"{\"access_token\":\"IGL1\",\"token_type\":\"bearer\",\"expires_in\":5183944}"),
				new Answer("/graph/me", ME));
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
				"The user denied your request");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer(TOKEN, token("instagram_business_basic")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of();
	}

	@Override
	public List<Answer> notEligible() {
		return List.of(new Answer("/graph/me", ME.replace("MEDIA_CREATOR", "PERSONAL")));
	}

	@Override
	public Answer codeUsed() {
		return new Answer(TOKEN, 400,
				"{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found or was already used\"}");
	}

	private static String token(String permissions) {
		return "{\"data\":[{\"access_token\":\"IGS1\",\"user_id\":\"1020000001\",\"permissions\":\"" + permissions
				+ "\"}]}";
	}

	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.ACCESS_REVOKED, dead(458));
	}

	@Override
	public Refusal passwordChanged() {
		return Refusal.token(Cause.PASSWORD_CHANGED, dead(460));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.NOT_PROFESSIONAL),
				new Answer("/graph/me", ME.replace("MEDIA_CREATOR", "PERSONAL")));
	}

	@Override
	public Cause absence() {
		return Cause.ACCOUNT_DELETED;
	}

	private static Answer dead(int subcode) {
		return new Answer("/graph/me", 400,
				"{\"error\":{\"message\":\"Error validating access token\",\"type\":\"OAuthException\",\"code\":190,\"error_subcode\":"
						+ subcode + "}}");
	}

}
