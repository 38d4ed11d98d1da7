package io.channelkeeper.connection;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.network.ProviderId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Practice networks that call the application by themselves.
 */
abstract class PushScene extends SignInScene {

	private PushBridge bridge;

	@BeforeEach
	void connectBridge() {
		List.of("delete from scheduled_tasks where task_name = 'logins'", "delete from deletion_request",
				"delete from provider_push", "update connection set login_id = null, last_login_id = null",
				"delete from reached_channel", "delete from social_login")
			.forEach((statement) -> this.jdbc.sql(statement).update());
		this.bridge = new PushBridge(this.mvc);
		NETWORKS.pushes().sendTo(this.bridge.address());
	}

	@AfterEach
	void closeBridge() {
		NETWORKS.pushes().sendTo(null);
		this.bridge.close();
	}

	/** A channel that was connected an hour ago. */
	UUID connected(String network, String handle, String provider, String person) {
		UUID channel = this.testChannels.add(this.viewer, this.creator, TestChannels.address(network, handle));
		assertThat(
				this.browser.back(this.browser.consent(this.browser.leave(channel, new ProviderId(provider)), person))
					.diagnosis())
			.isNull();
		anHourLater();
		return channel;
	}

	/** As if they had signed in an hour ago. */
	void anHourLater() {
		this.jdbc.sql("update social_login set connected_at = connected_at - interval '1 hour'").update();
		this.jdbc.sql("update connection set connected_at = connected_at - interval '1 hour'").update();
	}

	long dueChecks() {
		return count("social_login where verify_at <= now() and organization_id");
	}

	/** Why the provider was refused last, or an empty text. */
	String refusal(String provider) {
		return this.jdbc.sql("select coalesce(refusal, '') from provider_push where provider = ?")
			.param(provider)
			.query(String.class)
			.optional()
			.orElse("");
	}

	MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

}
