package io.channelkeeper.network.x;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * X by OAuth 2.
 */
class XContract implements ProviderContract {

	private static final String TOKEN = "/2/oauth2/token";

	private static final String ME = "{\"data\":{\"id\":\"2244\",\"name\":\"Ana\",\"username\":\"anakocht\",\"protected\":false,\"verified_type\":\"blue\",\"profile_image_url\":\"https://pbs.twimg.com/profile_images/1/a_normal.jpg\",\"public_metrics\":{\"followers_count\":9001,\"following_count\":12,\"tweet_count\":300,\"listed_count\":4}}}";

	@Override
	public String title() {
		return "X";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("x");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("x");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.x.client-id", "5501",
				"spring.security.oauth2.client.registration.x.client-secret", "secret",
				"spring.security.oauth2.client.provider.x.token-uri", address + TOKEN,
				"channelkeeper.network.x.api-url", address);
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer(TOKEN, token("tweet.read users.read offline.access")), new Answer("/2/users/me", ME));
	}

	@Override
	public String externalId() {
		return "2244";
	}

	@Override
	public String handle() {
		return "anakocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer(TOKEN, token("tweet.read users.read")));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of();
	}

	@Override
	public List<Answer> notEligible() {
		return List.of(new Answer("/2/users/me", ME.replace("\"protected\":false", "\"protected\":true")));
	}

	@Override
	public Answer codeUsed() {
		return new Answer(TOKEN, 400,
				"{\"error\":\"invalid_request\",\"error_description\":\"Value passed for the authorization code was invalid.\"}");
	}

	private static String token(String scope) {
		return "{\"token_type\":\"bearer\",\"expires_in\":7200,\"access_token\":\"at1\",\"refresh_token\":\"rt1\",\"scope\":\""
				+ scope + "\"}";
	}

	@Override
	public Refusal revoked() {
		return Refusal.token(Cause.TOKEN_REJECTED, new Answer("/2/users/me", 401,
				"{\"title\":\"Unauthorized\",\"type\":\"about:blank\",\"status\":401,\"detail\":\"Unauthorized\"}"));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.PAGE_NOT_PUBLIC), notEligible());
	}

	@Override
	public Cause absence() {
		return Cause.ACCOUNT_DELETED;
	}

}
