package io.channelkeeper.connection;

import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.Fault;

import org.springframework.beans.factory.annotation.Autowired;

import io.channelkeeper.creator.CreatorService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.NotFoundException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Another account came back: the creator may offer it, members decide (B-5).
 */
class OfferedChannelsTests extends SignInScene {

	@Autowired
	OfferedChannels offers;

	@Autowired
	ConnectionUpkeep upkeep;

	@Autowired
	CreatorService creatorService;

	@Test
	void waitsForTheCreatorsChoice() {
		UUID attempt = wrongAccount();
		OfferedChannel offer = within(() -> this.offers.ofAttempt(attempt)).orElseThrow();
		assertThat(offer.handle()).isEqualTo("@finn_backstage");
		assertThat(offer.offeredAt()).isNull();
		assertThat(within(() -> this.offers.open())).isEmpty();
		assertThat(this.events.stream(ChannelOffered.class)).isEmpty();
	}

	@Test
	void becomesAChannelWhenAccepted() {
		UUID id = offered();
		assertThat(this.events.stream(ChannelOffered.class)).hasSize(1);
		UUID channel = within(() -> this.offers.accept(this.viewer, id));
		assertThat(standing(channel).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(within(() -> this.channels.get(channel)).handle()).isEqualTo("finn_backstage");
		assertThat(within(() -> this.channels.get(channel)).creatorId()).isEqualTo(this.creator);
		assertThat(within(() -> this.offers.open())).isEmpty();
		assertThat(sealed()).isZero();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> within(() -> this.offers.accept(this.viewer, id)));
	}

	@Test
	void goesBackToTheNetworkWhenRefused() {
		UUID id = offered();
		within(() -> this.offers.refuse(this.viewer, id));
		assertThat(NETWORKS.facebook().hasApp("finn")).isFalse();
		assertThat(sealed()).isZero();
		assertThat(count("access_return")).isZero();
		assertThat(count("social_login")).isZero();
	}

	@Test
	void goesBackToTheNetworkWhenForgotten() {
		offered();
		this.upkeep.round();
		assertThat(sealed()).isEqualTo(1);
		expire();
		assertThat(within(() -> this.offers.open())).isEmpty();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("finn")).isFalse();
		assertThat(sealed()).isZero();
	}

	@Test
	@DisplayName("I-9: what was not offered goes back, too")
	void givesBackWhatWasNotOffered() {
		UUID attempt = wrongAccount();
		expire();
		assertThat(within(() -> this.offers.ofAttempt(attempt))).isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> within(() -> this.offers.offer(attempt)));
		this.upkeep.round();
		assertThat(sealed()).isZero();
		assertThat(NETWORKS.facebook().hasApp("finn")).isFalse();
	}

	@Test
	void endsWithAnArchivedCreator() {
		UUID id = offered();
		within(() -> this.creatorService.archive(this.viewer, this.creator, false));
		assertThat(within(() -> this.offers.open())).isEmpty();
		assertThatExceptionOfType(NotFoundException.class)
			.isThrownBy(() -> within(() -> this.offers.accept(this.viewer, id)));
		assertThat(sealed()).isZero();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("finn")).isFalse();
	}

	@Test
	void isNotOfferedForAnArchivedCreator() {
		UUID attempt = wrongAccount();
		this.jdbc.sql("update creator set archived_at = created_at where id = ?").param(this.creator).update();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> within(() -> this.offers.offer(attempt)));
	}

	@Test
	@DisplayName("B-4: takes nothing from who can do more by now")
	void takesNothingFromWhoCanDoMore() throws Exception {
		UUID id = offered();
		UUID known = channel("finn_backstage");
		connect(known, "finn");
		this.jdbc.sql("""
				update social_login set external_user_id = id::text, scopes = scopes || 'ads_read'::text
				where organization_id = ?""").param(this.viewer.organizationId()).update();
		this.mvc.perform(post("/offers/{id}/accept", id).with(this.organizations.signedIn(this.viewer)).with(csrf()))
			.andExpect(status().isSeeOther())
			.andExpect(flash().attribute("message", containsString("can do more")));
		assertThat(count("social_login")).isEqualTo(1);
		assertThat(sealed()).isEqualTo(1);
	}

	@Test
	void replacesNoNewerSignIn() {
		UUID id = offered();
		UUID known = channel("finn_backstage");
		connect(known, "finn");
		byte[] token = token();
		assertThat(within(() -> this.offers.accept(this.viewer, id))).isEqualTo(known);
		assertThat(token()).isEqualTo(token);
	}

	@Test
	void keepsAccessThatALoginStillUses() {
		UUID id = offered();
		Viewer other = this.organizations.make("Other");
		UUID there = this.testChannels.instagram(other, this.creators.ana(other), "finn_backstage");
		this.walk.connect(other, there, "finn");
		within(() -> this.offers.refuse(this.viewer, id));
		assertThat(NETWORKS.facebook().hasApp("finn")).isTrue();
	}

	@Test
	void triesAgainWhileTheNetworkIsDown() {
		UUID id = offered();
		NETWORKS.faults().plan("facebook", Fault.SERVER_ERROR, 0, "");
		within(() -> this.offers.refuse(this.viewer, id));
		assertThat(count("access_return")).isEqualTo(1);
		NETWORKS.faults().end();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("finn")).isTrue();
		this.jdbc.sql("update access_return set due_at = created_at").update();
		this.upkeep.round();
		assertThat(NETWORKS.facebook().hasApp("finn")).isFalse();
		assertThat(count("access_return")).isZero();
	}

	@Test
	@DisplayName("B-5: every member may accept, nobody of another organization")
	void isDecidedByMembersOnly() throws Exception {
		UUID id = offered();
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		Viewer stranger = this.organizations.make("Other");
		this.mvc.perform(post("/offers/{id}/refuse", id).with(this.organizations.signedIn(stranger)).with(csrf()))
			.andExpect(status().isNotFound());
		this.mvc.perform(post("/offers/{id}/accept", id).with(this.organizations.signedIn(marketer)))
			.andExpect(status().isForbidden());
		this.mvc.perform(post("/offers/{id}/accept", id).with(this.organizations.signedIn(marketer)).with(csrf()))
			.andExpect(status().isSeeOther())
			.andExpect(redirectedUrl("/creators/" + this.creator));
	}

	@Test
	void doesNotOfferWhatAnotherCreatorHas() {
		UUID other = this.creators.named(this.viewer, "Finn Otto");
		this.testChannels.instagram(this.viewer, other, "finn_backstage");
		assertThat(within(() -> this.offers.ofAttempt(wrongAccount()))).isEmpty();
		assertThat(sealed()).isZero();
	}

	@Test
	void standsOnceHoweverOftenItIsOffered() {
		UUID first = offered();
		UUID expected = within(() -> this.channels.ofCreator(this.creator)).getFirst().id();
		UUID second = connect(expected, "finn").attemptId();
		within(() -> this.offers.offer(second));
		within(() -> this.offers.offer(second));
		assertThat(within(() -> this.offers.open())).extracting(OfferedChannel::id).hasSize(1).doesNotContain(first);
		assertThat(sealed()).isEqualTo(1);
		assertThat(this.events.stream(ChannelOffered.class)).hasSize(2);
	}

	private UUID wrongAccount() {
		return connect(channel("finnotto"), "finn").attemptId();
	}

	private UUID offered() {
		UUID attempt = wrongAccount();
		return within(() -> this.offers.offer(attempt)).id();
	}

	private void expire() {
		this.jdbc.sql("update offered_channel set expires_at = ? where organization_id = ?")
			.params(ConnectionRows.at(ConnectionRows.NOW.minusSeconds(9_000_000)), this.viewer.organizationId())
			.update();
	}

	private byte[] token() {
		return this.jdbc.sql("select access_token from social_login where organization_id = ?")
			.param(this.viewer.organizationId())
			.query(byte[].class)
			.single();
	}

	private long sealed() {
		return count("offered_channel where grant_sealed is not null and organization_id");
	}

}
