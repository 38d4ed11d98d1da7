package io.channelkeeper.network;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * Who signs people in and issues tokens. One bean per provider, in a folder of its own.
 */
public interface SignInProvider {

	ProviderId id();

	/** The provider's name as people know it, never translated. */
	String name();

	/** The ways to connect a channel through this provider, over all its networks. */
	List<SignInWay> ways();

	/**
	 * A registration with everything but the client's id and secret and the redirect
	 * address: addresses, scopes, client authentication, PKCE.
	 */
	ClientRegistration.Builder defaults();

	/**
	 * Changes the parameters of the authorization address to what the provider expects.
	 */
	void dress(Map<String, Object> parameters, AuthorizationWish wish);

	/**
	 * What it means that the provider sent the person back with an error instead of a
	 * code.
	 * @param callback the parameters of the callback; each may be hostile
	 */
	Diagnosis denied(Map<String, String> callback);

	/**
	 * Exchanges a code. Called by Spring Security's authentication provider.
	 * @throws SignInFailedException if the provider does not answer as it should
	 */
	OAuth2AccessTokenResponse exchange(OAuth2AuthorizationCodeGrantRequest request);

	/**
	 * Makes of the first answer what is kept: long-lived token, granted permissions, who
	 * signed in, deadline.
	 * @throws SignInFailedException if the provider does not answer as it should
	 */
	Grant complete(OAuth2AccessTokenResponse answer, ClientRegistration registration);

	/**
	 * Everything of a network that this sign-in reaches.
	 * @throws SignInFailedException if the provider does not answer as it should
	 */
	Reach reach(Grant grant, NetworkId network, ClientRegistration registration);

	/**
	 * Gives the access back at the network, where that is possible.
	 * @throws SignInFailedException if the provider does not answer as it should
	 */
	void giveBack(Grant grant, ClientRegistration registration);

	/** How its tokens are kept alive. */
	RenewalModel renewal();

	/**
	 * Renews what {@link #complete} gave, without a person. The answer has to be stored
	 * before anything else happens where {@link #renewal()} is
	 * {@link RenewalModel#ROTATES}.
	 * @throws NetworkFaultException if the provider refuses or does not answer properly
	 * @throws UnsupportedOperationException where {@link #renewal()} is
	 * {@link RenewalModel#NONE}
	 */
	Grant renew(Grant grant, ClientRegistration registration);

	/**
	 * Whether access still opens what hangs on it, asked as cheaply as the provider
	 * allows and without changing anything (N-5 to N-9). Unless a provider knows
	 * something cheaper, everything that the sign-in reaches is read.
	 * @param channels the channels that hang on it
	 * @return what is wrong with a channel while the access itself works; empty if
	 * nothing is
	 * @throws NetworkFaultException if the access itself is refused, or the provider does
	 * not answer properly
	 */
	default Map<HeldChannel, NetworkFault> check(Grant grant, Collection<HeldChannel> channels,
			ClientRegistration registration) {
		return ReachedCheck.check(this, grant, channels, registration);
	}

	/**
	 * What the network says now of one channel that hangs on a grant, be it that it is
	 * private or personal. Unless a provider knows something cheaper, everything that the
	 * sign-in reaches is read.
	 * @throws NetworkFaultException if the access is refused or does not lead to the
	 * channel any more, or the provider does not answer properly
	 */
	default Profile profile(Grant grant, HeldChannel channel, ClientRegistration registration) {
		return ReachedCheck.profile(this, grant, channel, registration);
	}

	/** Why a channel can be missing from what a sign-in reaches. */
	default Cause causeOfAbsence(NetworkId network) {
		return Cause.ROLE_LOST;
	}

	/**
	 * What it means that a channel is missing from what a sign-in reaches now.
	 * @return empty if it is not lost all the same
	 * @throws NetworkFaultException if the provider does not answer properly
	 */
	default Optional<NetworkFault> absence(HeldChannel channel, Reach reach, ClientRegistration registration) {
		Cause usual = causeOfAbsence(channel.network());
		return Optional.of(reach.channels().isEmpty() ? ReachedCheck.fault(reach.whenNone(), usual)
				: new NetworkFault.ChannelLost(usual));
	}

	/**
	 * Whether {@link #giveBack} needs an access token that still works, so that one that
	 * is over has to be renewed, and stored, before.
	 */
	default boolean givesBackByAccessToken() {
		return false;
	}

	/**
	 * Asks whether the operator's client id and secret are right, where that can be asked
	 * without a person.
	 */
	CredentialsState checkCredentials(ClientRegistration registration);

}
