package io.channelkeeper.network;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/**
 * Understands what a provider sends to our webhooks. One bean per provider that sends
 * anything, in its own folder.
 */
public interface PushReceiver {

	ProviderId provider();

	/**
	 * Last parts of its addresses, which are to be registered at the provider:
	 * {@code deauthorize} for {@code /webhooks/<provider>/deauthorize}, an empty text for
	 * {@code /webhooks/<provider>} itself. Each has a message
	 * {@code provider.<provider>.push.<kind>}, or {@code .push} for the empty one.
	 */
	List<String> kinds();

	/** Whether everything is set that its signatures are verified with. */
	default boolean isConfigured() {
		return true;
	}

	/** What the provider wants to hear when it was understood. */
	default HttpStatus accepted() {
		return HttpStatus.OK;
	}

	/**
	 * What a request says, once it has proved where it comes from; nothing where it says
	 * nothing of interest. Changes nothing.
	 * @throws PushRefusedException if it proves nothing, or is too old
	 * @throws NetworkFaultException if the provider's keys cannot be had now
	 */
	List<Push> read(PushRequest request, ClientRegistration registration);

}
