package io.channelkeeper.warning;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.connection.ConnectionsBroken;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.network.Cause;
import io.channelkeeper.network.ProviderId;
import io.channelkeeper.support.Tenancy;

import static io.channelkeeper.invitation.web.Mailbox.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * Creators are led to the page where they renew what is interrupted (H-13).
 */
class CreatorInterruptionTests extends CreatorScene {

	@Autowired
	MockMvc mvc;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transactions;

	@Test
	@DisplayName("H-13: what breaks within five minutes is one mail, once per incident, with all that is due")
	void tellsOncePerIncident() throws Exception {
		UUID first = channel("instagram", "anakocht", 60);
		UUID second = channel("tiktok", "anatok", 60);
		UUID soon = channel("instagram", "bistro_ana", 20);
		UUID members = channel("instagram", "agentur_ana", 60);
		this.portfolio.connectedBy(this.mia, members);
		breaks(first);
		breaks(members);
		send();
		assertThat(subjects()).isEmpty();
		breaks(second);
		pass(Duration.ofMinutes(5));
		send();
		assertThat(told(first)).containsExactly("broken MAILED");
		assertThat(told(second)).containsExactly("broken MAILED");
		assertThat(told(soon)).isEmpty();
		assertThat(told(members)).isEmpty();
		assertThat(subjects()).containsExactly("Zwei Minuten: 3 Verbindungen erneuern");
		assertThat(part(Mailbox.newest(this.email, 1), 0))
			.contains("@anakocht (Instagram): keine neuen Zahlen seit ", "@anatok (TikTok): keine neuen Zahlen seit ",
					"@bistro_ana (Instagram): läuft am ")
			.doesNotContain("agentur_ana", "heute");
		assertThat(this.mvc.perform(get("/connections/reconnect").with(this.organizations.signedIn(this.mia)))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("asked Ana Kocht just now, not opened");
		breaks(first);
		pass(Duration.ofDays(4));
		send();
		assertThat(told(first)).containsExactly("broken MAILED");
		assertThat(subjects()).hasSize(1);
	}

	@Test
	@DisplayName("H-13: not within 72 hours, then if it is still interrupted; not what came back")
	void waitsAndLooksAgain() {
		channel("instagram", "anakocht", 10);
		look();
		UUID first = channel("tiktok", "anatok", 60);
		UUID second = channel("tiktok", "anatanzt", 60);
		breaks(first);
		breaks(second);
		pass(Duration.ofMinutes(5));
		send();
		assertThat(told(first)).containsExactly("broken open");
		this.portfolio.mend(login(second));
		pass(Duration.ofHours(70));
		send();
		assertThat(subjects()).hasSize(1);
		pass(Duration.ofHours(2));
		send();
		assertThat(told(second)).containsExactly("broken RECOVERED");
		assertThat(told(first)).containsExactly("broken MAILED");
		assertThat(subjects()).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: no further mail for an end that was told already, one where nobody had told it")
	void tellsAnEndOnce() {
		UUID told = channel("instagram", "anakocht", this.clock.instant().plus(Duration.ofMinutes(40)));
		look();
		ends(told, this.clock.instant().minusSeconds(1));
		broken(told, null);
		pass(Duration.ofMinutes(5));
		look();
		assertThat(told(told)).containsExactly("0 MAILED", "broken TOO_SOON");
		pass(Duration.ofDays(4));
		UUID untold = channel("tiktok", "anatok", this.clock.instant().minusSeconds(1));
		run("insert into warning_rule values (?, 'tiktok', 'OWNED', '{10}', ?, ?)", this.admin.organizationId(),
				at(this.clock.instant()), this.admin.memberId());
		broken(untold, null);
		pass(Duration.ofMinutes(5));
		look();
		assertThat(told(untold)).containsExactly("broken MAILED");
		assertThat(subjects()).hasSize(2);
	}

	@Test
	@DisplayName("B-7: nothing while the network itself is in trouble; the switch holds here too")
	void waitsForTheNetworkAndObeysTheSwitch() {
		UUID channel = channel("instagram", "anakocht", 60);
		breaks(channel);
		pass(Duration.ofMinutes(5));
		Tenancy.within(this.admin.organizationId(),
				() -> this.mails.send(this.ana, Set.of(new ProviderId("facebook"))));
		assertThat(told(channel)).containsExactly("broken open");
		Tenancy.within(this.admin.organizationId(), () -> this.rules.setRenewalMails(this.admin, false));
		UUID second = channel("tiktok", "anatok", 60);
		breaks(second);
		assertThat(told(second)).containsExactly("broken OFF");
		send();
		assertThat(told(channel)).containsExactly("broken OFF");
		assertThat(subjects()).isEmpty();
	}

	private void breaks(UUID channel) {
		this.portfolio.invalid(login(channel), "PASSWORD_CHANGED");
		broken(channel, Cause.PASSWORD_CHANGED);
	}

	private void broken(UUID channel, @Nullable Cause cause) {
		ConnectionsBroken event = new ConnectionsBroken(this.admin.organizationId(), Set.of(channel), cause);
		Tenancy.within(this.admin.organizationId(),
				() -> this.transactions.executeWithoutResult((status) -> this.events.publishEvent(event)));
	}

}
