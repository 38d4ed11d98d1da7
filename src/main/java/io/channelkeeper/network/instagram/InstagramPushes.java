package io.channelkeeper.network.instagram;

import java.util.List;

import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.Push;
import io.channelkeeper.network.PushReceiver;
import io.channelkeeper.network.PushRequest;
import io.channelkeeper.network.facebook.SignedRequest;

/**
 * Instagram Login's callbacks, which are Facebook's but for the secret: the entry was
 * removed under apps and websites, or the person wants everything deleted.
 */
@Component
class InstagramPushes implements PushReceiver {

	@Override
	public ProviderId provider() {
		return InstagramProvider.ID;
	}

	@Override
	public List<String> kinds() {
		return List.of(SignedRequest.REMOVED, SignedRequest.DELETION);
	}

	@Override
	public List<Push> read(PushRequest request, ClientRegistration registration) {
		return List.of(SignedRequest.of(request, registration.getClientSecret()).ofPerson(request));
	}

}
