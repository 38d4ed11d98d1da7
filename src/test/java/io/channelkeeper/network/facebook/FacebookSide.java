package io.channelkeeper.network.facebook;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

import io.channelkeeper.network.FarSide;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.network.SignInProvider;
import io.channelkeeper.network.SignInProviders;
import io.channelkeeper.network.TestNetworks;

/**
 * Facebook's side over real HTTP, and the provider that is pointed at it.
 */
final class FacebookSide implements AutoCloseable {

	static final ProviderId ID = new ProviderId("facebook");

	private final FarSide side = new FarSide();

	private final AnnotationConfigApplicationContext context;

	FacebookSide() {
		Map<String, Object> settings = new LinkedHashMap<>();
		settings.put("channelkeeper.base-url", "https://channels.example.org");
		settings.put("channelkeeper.network.facebook.api-url", this.side.address() + "/v25.0");
		settings.put("spring.security.oauth2.client.registration.facebook.client-id", "5501");
		settings.put("spring.security.oauth2.client.registration.facebook.client-secret", "secret");
		this.context = TestNetworks.with(settings);
	}

	FarSide replies() {
		return this.side;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	SignInProvider provider() {
		return bean(SignInProviders.class).get(ID);
	}

	ClientRegistration registration() {
		return bean(SignInProviders.class).registration(ID);
	}

	@Override
	public void close() {
		this.context.close();
		this.side.close();
	}

}
