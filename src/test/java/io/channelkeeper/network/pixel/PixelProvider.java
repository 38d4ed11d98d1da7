package io.channelkeeper.network.pixel;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

import io.channelkeeper.network.ApiCalls;
import io.channelkeeper.network.ApiName;
import io.channelkeeper.network.AuthorizationWish;
import io.channelkeeper.network.CredentialsState;
import io.channelkeeper.network.DeadlineSource;
import io.channelkeeper.network.Diagnosis;
import io.channelkeeper.network.DiagnosisKind;
import io.channelkeeper.network.Grant;
import io.channelkeeper.network.Json;
import io.channelkeeper.network.NetworkFault;
import io.channelkeeper.network.NetworkFaultException;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Permission;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Reach;
import io.channelkeeper.network.ReachedChannel;
import io.channelkeeper.network.RemoteClients;
import io.channelkeeper.network.RenewalModel;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInWay;
import io.channelkeeper.network.TokenValue;

/**
 * Signs people in at Pixel.
 */
@Component
@Profile("demonstration")
class PixelProvider implements SignInProvider {

	private static final ProviderId ID = new ProviderId("pixel");

	private final PixelApi api;

	private final ApiCalls calls;

	PixelProvider(RemoteClients clients,
			@Value("${channelkeeper.network.pixel.api-url:https://api.pixel.example}") URI address) {
		this.api = clients.create(PixelApi.class, address);
		this.calls = clients.calls(ApiName.of(ID), new PixelReading());
	}

	@Override
	public ProviderId id() {
		return ID;
	}

	@Override
	public String name() {
		return "Pixel";
	}

	@Override
	public List<SignInWay> ways() {
		return List.of(new SignInWay(PixelNetwork.ID, ID, List.of(new Permission("look", "permission.pixel.look")),
				List.of("network.pixel.pixel.preparation.account"), false, false));
	}

	@Override
	public ClientRegistration.Builder defaults() {
		return ClientRegistration.withRegistrationId(ID.value())
			.clientName(name())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizationUri("https://pixel.example/authorize")
			.tokenUri("https://api.pixel.example/token")
			.scope("look");
	}

	@Override
	public void dress(Map<String, Object> parameters, AuthorizationWish wish) {
	}

	@Override
	public Diagnosis denied(Map<String, String> callback) {
		return Diagnosis.of(DiagnosisKind.STOPPED);
	}

	@Override
	public OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request) {
		LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
		form.add("code", request.getAuthorizationExchange().getAuthorizationResponse().getCode());
		Json answer = this.calls.read(() -> this.api.token(form));
		return OAuth2AccessTokenResponse.withToken(needed(answer, "access_token"))
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.scopes(Set.of("look"))
			.build();
	}

	@Override
	public Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration) {
		TokenValue token = new TokenValue(answer.getAccessToken().getTokenValue());
		Json me = me(token);
		return new Grant(needed(me, "id"), me.label("name"), token, null, null, null, Set.of("look"), null,
				DeadlineSource.NONE);
	}

	@Override
	public Reach reach(Grant grant, NetworkId network, ClientRegistration registration) {
		Json me = me(grant.access());
		var profile = new io.channelkeeper.network.Profile(PixelNetwork.ID, needed(me, "id"), needed(me, "name"),
				me.label("name"), true, null, me.figures(), null);
		return new Reach(List.of(new ReachedChannel(profile, null, null)),
				Diagnosis.of(DiagnosisKind.NO_CHANNEL).at(PixelNetwork.ID));
	}

	@Override
	public void giveBack(Grant grant, ClientRegistration registration) {
	}

	@Override
	public RenewalModel renewal() {
		return RenewalModel.NONE;
	}

	@Override
	public Grant renew(Grant grant, ClientRegistration registration) {
		throw new UnsupportedOperationException("Pixel's tokens do not end");
	}

	@Override
	public CredentialsState checkCredentials(ClientRegistration registration) {
		return CredentialsState.UNKNOWN;
	}

	private Json me(TokenValue token) {
		return this.calls.read(() -> this.api.me(Map.of("Authorization", "Bearer " + token.value())));
	}

	private static String needed(Json answer, String name) {
		String text = answer.text(name);
		if (text == null) {
			throw new NetworkFaultException(new NetworkFault.Unexpected());
		}
		return text;
	}

}
