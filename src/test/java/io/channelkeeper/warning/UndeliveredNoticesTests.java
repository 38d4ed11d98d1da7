package io.channelkeeper.warning;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.channel.TestChannels;
import io.channelkeeper.creator.TestCreators;
import io.channelkeeper.invitation.TestInvitations;
import io.channelkeeper.mail.MailRefused;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class UndeliveredNoticesTests {

	private static final OffsetDateTime MOMENT = OffsetDateTime.parse("2026-11-22T10:00:00Z");

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	TestCreators creators;

	@Autowired
	TestChannels channels;

	@Autowired
	TestInvitations invitations;

	@Autowired
	NoticeService notices;

	@Autowired
	NoticeTexts texts;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	Viewer admin;

	Viewer mia;

	Viewer tom;

	UUID ana;

	@BeforeEach
	void inviteAna() {
		this.admin = this.organizations.make("Bistro");
		this.mia = this.organizations.member(this.admin, Role.MARKETER);
		this.tom = this.organizations.member(this.admin, Role.MARKETER);
		this.ana = this.creators.ana(this.admin);
		UUID channel = this.channels.instagram(this.admin, this.ana, "anakocht");
		this.invitations.send(this.mia, this.invitations.make(this.mia, this.ana, channel));
	}

	@Test
	void whoInvitedAndTheAdminsHearOfIt() {
		UUID mail = this.jdbc.sql("select mail_id from invitation_link where organization_id = ?")
			.param(this.admin.organizationId())
			.query(UUID.class)
			.single();
		refuse(mail);
		refuse(mail);

		assertThat(read(this.mia, Locale.ENGLISH))
			.containsExactly("The mail to Ana Kocht was refused: check the address ana@kocht.example");
		assertThat(read(this.admin, Locale.GERMAN))
			.containsExactly("Die Mail an Ana Kocht wurde abgewiesen: Adresse ana@kocht.example prüfen");
		assertThat(read(this.tom, Locale.ENGLISH)).isEmpty();
		Notice notice = Tenancy.within(this.mia.organizationId(), () -> this.notices.open(this.mia)).getFirst();
		assertThat(notice.kind()).isEqualTo(NoticeKind.UNDELIVERED);
		assertThat(notice.link()).isEqualTo("/creators/" + this.ana);
	}

	@Test
	@DisplayName("issue 6: of what nobody sent, who looks after the creator and the admins hear")
	void whoLooksAfterTheCreatorHearsOfAutomaticMails() {
		this.jdbc.sql("update invitation set invited_by = null where creator_id = ?").param(this.ana).update();
		this.jdbc.sql("update creator set looked_after_by = ? where id = ?")
			.params(this.tom.memberId(), this.ana)
			.update();
		refuse(this.jdbc.sql("select mail_id from invitation_link where organization_id = ?")
			.param(this.admin.organizationId())
			.query(UUID.class)
			.single());

		String refused = "The mail to Ana Kocht was refused: check the address ana@kocht.example";
		assertThat(read(this.tom, Locale.ENGLISH)).containsExactly(refused);
		assertThat(read(this.admin, Locale.ENGLISH)).containsExactly(refused);
		assertThat(read(this.mia, Locale.ENGLISH)).isEmpty();
	}

	@Test
	void otherMailsAreNoInvitation() {
		refuse(Ids.next());

		assertThat(read(this.admin, Locale.ENGLISH)).isEmpty();
	}

	@Test
	@DisplayName("a member’s address that takes no mails is told to the admins once, and stands on the mails’ page")
	void adminsHearOfDeadAddresses() throws Exception {
		List<UUID> mails = List.of(refused(this.mia), refused(this.mia));
		mails.forEach(this::refuse);

		assertThat(read(this.admin, Locale.ENGLISH)).singleElement()
			.asString()
			.startsWith("E-mails to ")
			.endsWith(" do not arrive: check the address " + this.mia.email());
		assertThat(read(this.mia, Locale.ENGLISH)).isEmpty();
		String page = this.mvc.perform(get("/admin/organization/mails").with(this.organizations.signedIn(this.admin)))
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(page).contains("Undelivered mail", this.mia.email(), "550 5.1.1 &lt;b&gt;no such user",
				"3 connections end");
		Viewer stranger = this.organizations.make("Elsewhere");
		assertThat(this.mvc.perform(get("/admin/organization/mails").with(this.organizations.signedIn(stranger)))
			.andReturn()
			.getResponse()
			.getContentAsString()).doesNotContain("Undelivered mail", this.mia.email());
	}

	private UUID refused(Viewer member) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					insert into mail (id, organization_id, kind, recipient, subject, state, created_at, due_at, refused_at, error)
					values (?, ?, 'EXPIRING', ?, '3 connections end', 'REFUSED', ?, ?, ?, '550 5.1.1 <b>no such user')""")
			.params(id, member.organizationId(), member.email(), MOMENT, MOMENT, MOMENT)
			.update();
		return id;
	}

	private void refuse(UUID mail) {
		UUID organization = this.admin.organizationId();
		Tenancy.within(organization, () -> this.transaction
			.executeWithoutResult((status) -> this.events.publishEvent(new MailRefused(organization, mail))));
	}

	private List<String> read(Viewer viewer, Locale language) {
		return Tenancy.within(viewer.organizationId(), () -> this.notices.open(viewer))
			.stream()
			.map((notice) -> this.texts.text(notice, language, viewer.zone()))
			.toList();
	}

}
