package io.channelkeeper.invitation.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.NewCreator;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.InvitationRow;
import io.channelkeeper.invitation.InvitationState;
import io.channelkeeper.invitation.LinkVia;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.organization.HandoverService;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@ApplicationTest
class InvitationJobTests {

	@Autowired
	MockMvc browser;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	HandoverService handovers;

	@Autowired
	InvitationJob job;

	@Autowired
	JdbcClient jdbc;

	Viewer viewer;

	UUID channel;

	UUID invitation;

	@BeforeEach
	void invite() {
		this.viewer = this.organizations.make("Demo Foods");
		UUID ana = this.creators.ana(this.viewer);
		this.channel = this.channels.instagram(this.viewer, ana, "anakocht");
		this.invitation = this.invitations.make(this.viewer, ana, this.channel);
	}

	@Test
	@DisplayName("B-22: one reminder after four days, then silence")
	void remindsOnceAfterFourDays() throws Exception {
		this.invitations.send(this.viewer, this.invitation);
		runTwice();
		assertThat(reminders()).isZero();
		this.invitations.age(this.invitation, 5);
		runTwice();
		assertThat(reminders()).isOne();
		this.invitations.age(this.invitation, 5);
		runTwice();
		assertThat(reminders()).isOne();
		assertThat(row().remindedAt()).isNotNull();
	}

	@Test
	@DisplayName("B-10: reminders go out in the name of who took over")
	void remindsInTheNameOfWhoTookOver() {
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		Viewer lea = this.organizations.member(this.viewer, Role.MARKETER, "Lea Brandt");
		UUID ben = this.creators.add(this.viewer,
				new NewCreator("Ben", null, Locale.ENGLISH, mia.memberId(), List.of()));
		UUID asked = this.invitations.make(this.viewer, ben, this.channels.instagram(this.viewer, ben, "bensgrill"));
		this.invitations.send(this.viewer, asked);
		assertThat(answersGoTo(mia)).hasSize(1);
		Tenancy.within(this.viewer.organizationId(),
				() -> this.handovers.deactivate(this.viewer, mia.memberId(), lea.memberId()));
		this.invitations.age(asked, 5);
		this.job.run();
		assertThat(answersGoTo(lea)).singleElement().asString().contains("Lea Brandt").doesNotContain("Mia Marketer");
	}

	@Test
	void neverRemindsWhoDeclined() throws Exception {
		this.invitations.send(this.viewer, this.invitation);
		String link = this.invitations.link(this.viewer, this.invitation);
		this.browser.perform(post(link + "/decline").with(csrf()));
		this.invitations.age(this.invitation, 5);
		runTwice();
		assertThat(reminders()).isZero();
	}

	@Test
	void neverRemindsWhoIsStuck() throws Exception {
		this.invitations.send(this.viewer, this.invitation);
		this.jdbc.sql("update invitation_channel set state = 'OPENED', diagnosis = 'NO_PAGE' where invitation_id = :id")
			.param("id", this.invitation)
			.update();
		this.invitations.age(this.invitation, 5);
		runTwice();
		assertThat(reminders()).isZero();
	}

	@Test
	void neverMailsForPassedOnLinks() throws Exception {
		this.invitations.link(this.viewer, this.invitation);
		this.invitations.age(this.invitation, 5);
		runTwice();
		assertThat(reminders()).isZero();
	}

	@Test
	void anAttemptWithoutAnEndIsGivenUp() throws Exception {
		String link = this.invitations.link(this.viewer, this.invitation);
		this.browser.perform(post(link + "/start").with(csrf()).param("channel", this.channel.toString()));
		assertThat(row().state()).isEqualTo(InvitationState.STARTED);
		this.jdbc.sql(
				"update invitation_channel set started_at = started_at - interval '31 minutes' where invitation_id = :id")
			.param("id", this.invitation)
			.update();
		assertThat(row().state()).isEqualTo(InvitationState.OPENED);
		this.job.run();
		assertThat(stored()).isEqualTo("OPENED");
		assertThat(row().channels().getFirst().abandoned()).isTrue();
	}

	@Test
	void whatRanOutIsEnded() {
		this.invitations.age(this.invitation, 15);
		this.job.run();
		assertThat(stored()).isEqualTo("EXPIRED");
	}

	/** The texts of the mails whose answers a member gets, as soon as there are any. */
	private static List<String> answersGoTo(Viewer member) {
		return await().atMost(Duration.ofSeconds(15)).until(() -> {
			List<String> texts = new ArrayList<>();
			for (MimeMessage mail : Mailbox.all("ana@kocht.example")) {
				if (mail.getReplyTo()[0].toString().contains(member.email())) {
					texts.add(Mailbox.text(mail));
				}
			}
			return texts;
		}, (texts) -> !texts.isEmpty());
	}

	private void runTwice() throws InterruptedException {
		Thread other = Thread.ofVirtual().start(this.job::run);
		this.job.run();
		other.join();
	}

	private long reminders() {
		return row().sendings().stream().filter((sending) -> sending.via() == LinkVia.REMINDER).count();
	}

	private InvitationRow row() {
		return this.invitations.row(this.viewer, this.invitation);
	}

	private String stored() {
		return this.jdbc.sql("select state from invitation_channel where invitation_id = :id")
			.param("id", this.invitation)
			.query(String.class)
			.single();
	}

}
