package io.channelkeeper.connection;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.ChannelService;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.network.FarSide;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What cannot be connected is known before anybody is invited (P-7).
 */
@ApplicationTest
@TestPropertySource(properties = "channelkeeper.connection.look-up.new-channels=true")
class NewChannelLookUpTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels testChannels;

	@Autowired
	ChannelService channels;

	@Autowired
	ConnectionService connections;

	@Autowired
	TestLookup lookup;

	@Test
	void asksForWhatWasAddedAndForWhatWasCorrected() {
		try (FarSide farSide = new FarSide()) {
			this.lookup.serve("instagram", null, farSide);
			farSide.answer("/profiles/ben", 404, "")
				.answer("/profiles/benny", 200, "{\"id\": \"1\", \"name\": \"Ben\"}");
			Viewer viewer = this.organizations.make("Agency");
			UUID id = this.testChannels.instagram(viewer, this.creators.ana(viewer), "ben");
			await().atMost(Duration.ofSeconds(20)).until(() -> state(viewer, id) == ConnectionState.NOT_ELIGIBLE);
			Tenancy.within(viewer.organizationId(),
					() -> this.channels.rename(viewer, id, TestChannels.address("instagram", "benny")));
			await().atMost(Duration.ofSeconds(20))
				.until(() -> "Ben"
					.equals(Tenancy.within(viewer.organizationId(), () -> this.channels.get(id)).displayName()));
			assertThat(state(viewer, id)).isEqualTo(ConnectionState.NOT_CONNECTED);
		}
		finally {
			this.lookup.end();
		}
	}

	private ConnectionState state(Viewer viewer, UUID id) {
		return Tenancy.within(viewer.organizationId(), () -> this.connections.standing(id)).state();
	}

}
