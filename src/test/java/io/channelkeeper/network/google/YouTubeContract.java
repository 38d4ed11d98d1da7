package io.channelkeeper.network.google;

import java.util.List;
import java.util.Map;

import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.ProviderContract;
import io.channelkeeper.network.ProviderId;

/**
 * YouTube by Google.
 */
class YouTubeContract implements ProviderContract {

	private static final String SCOPES = "https://www.googleapis.com/auth/youtube.readonly https://www.googleapis.com/auth/yt-analytics.readonly";

	private static final String CHANNELS = "{\"items\":[{\"id\":\"UCaaaaaaaaaaaaaaaaaaaaa1\",\"snippet\":{\"title\":\"Ana Kocht\",\"customUrl\":\"@anakocht\",\"thumbnails\":{\"default\":{\"url\":\"https://yt3.ggpht.com/a=s88\"}}},\"statistics\":{\"subscriberCount\":\"15200\",\"hiddenSubscriberCount\":false,\"videoCount\":\"88\",\"viewCount\":\"910233\"},\"status\":{\"privacyStatus\":\"public\"}}]}";

	@Override
	public String title() {
		return "YouTube";
	}

	@Override
	public ProviderId provider() {
		return new ProviderId("google");
	}

	@Override
	public NetworkId network() {
		return new NetworkId("youtube");
	}

	@Override
	public Map<String, Object> settings(String address) {
		return Map.of("spring.security.oauth2.client.registration.google.client-id", "5501",
				"spring.security.oauth2.client.registration.google.client-secret", "secret",
				"spring.security.oauth2.client.provider.google.token-uri", address + "/token",
				"channelkeeper.network.youtube.api-url", address + "/youtube/v3");
	}

	@Override
	public List<Answer> answers() {
		return List.of(new Answer("/token", token(SCOPES)), new Answer("/youtube/v3/channels", CHANNELS));
	}

	@Override
	public String externalId() {
		return "UCaaaaaaaaaaaaaaaaaaaaa1";
	}

	@Override
	public String handle() {
		return "anakocht";
	}

	@Override
	public String handleInAnswers() {
		return "@anakocht";
	}

	@Override
	public Map<String, String> denied() {
		return Map.of("error", "access_denied");
	}

	@Override
	public List<Answer> permissionMissing() {
		return List.of(new Answer("/token", token(SCOPES.substring(0, SCOPES.indexOf(' ')))));
	}

	@Override
	public List<Answer> noChannel() {
		return List.of(new Answer("/youtube/v3/channels",
				"{\"kind\":\"youtube#channelListResponse\",\"pageInfo\":{\"totalResults\":0}}"));
	}

	@Override
	public List<Answer> notEligible() {
		return List.of(new Answer("/youtube/v3/channels", CHANNELS.replace("\"public\"", "\"private\"")));
	}

	@Override
	public Answer codeUsed() {
		return new Answer("/token", 400, "{\"error\":\"invalid_grant\",\"error_description\":\"Bad Request\"}");
	}

	private static String token(String scope) {
		return "{\"access_token\":\"ya29.a\",\"expires_in\":3599,\"refresh_token\":\"1//r\",\"scope\":\"" + scope
				+ "\",\"token_type\":\"Bearer\"}";
	}

	@Override
	public Refusal revoked() {
		return new Refusal(new NetworkFault.TokenExpired(), new Answer("/youtube/v3/channels", 401,
				"{\"error\":{\"code\":401,\"message\":\"Request had invalid authentication credentials.\",\"status\":\"UNAUTHENTICATED\"}}"));
	}

	@Override
	public Refusal channelRefused() {
		return new Refusal(new NetworkFault.ChannelLost(Cause.ACCOUNT_SUSPENDED), new Answer("/youtube/v3/channels",
				403, "{\"error\":{\"code\":403,\"errors\":[{\"reason\":\"authenticatedUserAccountSuspended\"}]}}"));
	}

	@Override
	public Cause absence() {
		return Cause.ACCOUNT_DELETED;
	}

}
