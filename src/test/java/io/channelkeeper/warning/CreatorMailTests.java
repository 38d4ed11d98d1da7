package io.channelkeeper.warning;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import io.channelkeeper.SameMoment;
import io.channelkeeper.invitation.CreatorRenewals;
import io.channelkeeper.invitation.InvitationUpkeep;
import io.channelkeeper.invitation.RenewalRefusedException;
import io.channelkeeper.invitation.web.Mailbox;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.Tenancy;

import static io.channelkeeper.invitation.web.Mailbox.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * What creators are asked by the clock, and what becomes of it where they are not.
 */
class CreatorMailTests extends CreatorScene {

	@Autowired
	MockMvc mvc;

	@Autowired
	CreatorRenewals renewals;

	@Autowired
	InvitationUpkeep upkeep;

	@Autowired
	CreatorRounds rounds;

	@Autowired
	SameMoment moment;

	@Test
	@DisplayName("B-2: one mail for three channels of two networks, one page where all are renewed in a row")
	void gathersWhatIsDueWithinThirtyDays() throws Exception {
		UUID first = channel("instagram", "anakocht", 10);
		UUID second = channel("tiktok", "anatok", 28);
		UUID third = channel("instagram", "bistro_ana", 25);
		UUID later = channel("instagram", "ana_privat", 32);
		UUID members = channel("instagram", "agentur_ana", 5);
		this.portfolio.connectedBy(this.mia, members);
		UUID away = channel("instagram", "alt_ana", 5);
		run("update channel set archived_at = added_at where id = ?", away);
		look();
		look();
		assertThat(told(first)).containsExactly("10 MAILED");
		assertThat(List.of(second, third, later, members, away)).allSatisfy((one) -> assertThat(told(one)).isEmpty());
		assertThat(subjects()).hasSize(1);
		MimeMessage mail = Mailbox.newest(this.email, 1);
		assertThat(mail.getSubject()).matches("Zwei Minuten: 3 Verbindungen bis \\d+\\. \\p{L}+ erneuern");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo(this.mia.email());
		assertThat(part(mail, 0))
			.containsSubsequence("Hallo Ana Kocht,", "- @anakocht (Instagram): läuft am ",
					"- @bistro_ana (Instagram): läuft am ", "- @anatok (TikTok): läuft am ", "Erneuern:")
			.doesNotContain("ana_privat", "agentur_ana", "alt_ana", "heute", "??", "[(");
		assertThat(mailOf(first)).isEqualTo(
				this.jdbc.sql("select id from mail where recipient = ?").param(this.email).query(UUID.class).single());
		assertThat(page(link(part(mail, 0)))).contains("@anakocht braucht eine neue Anmeldung</h1>",
				"0 von 3 erneuert");
		assertThat(page("/creators/" + this.ana + "/history")).contains("Automatically asked to renew");
	}

	@ParameterizedTest
	@CsvSource({ "en,expires today at,expired today at,Two minutes: renew 1 connection today",
			"de,läuft heute um,heute um,Zwei Minuten: 1 Verbindung heute erneuern" })
	@DisplayName("issue 6: the day itself says at what time it ends, or when it has")
	void tellsTheDayItself(String language, String before, String after, String subject) throws Exception {
		this.ana = creator(Locale.of(language), new EmailAddress(this.email));
		UUID evening = channel("instagram", "anakocht", noon().plus(Duration.ofMinutes(500)));
		look();
		assertThat(told(evening)).containsExactly("0 MAILED");
		assertThat(subjects()).containsExactly(subject);
		assertThat(part(Mailbox.newest(this.email, 1), 0)).contains("- @anakocht (Instagram): " + before + " 20:20");
		UUID night = channel("tiktok", "anatok", noon().minus(Duration.ofMinutes(690)));
		look();
		assertThat(told(night)).containsExactly("0 MAILED");
		assertThat(subjects()).hasSize(2).last().asString().doesNotContain("today", "heute");
		String text = part(Mailbox.newest(this.email, 2), 0);
		assertThat(text).containsSubsequence("- @anatok (TikTok): " + after + " 00:30",
				"- @anakocht (Instagram): " + before + " 20:20");
		assertThat(part(Mailbox.newest(this.email, 2), 1)).contains(after + " 00:30");
		pass(Duration.ofDays(1));
		look();
		assertThat(subjects()).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: an organization can switch it off, and what was due meanwhile is not made up for")
	void staysQuietWhereSwitchedOff() {
		UUID channel = channel("instagram", "anakocht", 10);
		switchTo(false);
		look();
		assertThat(told(channel)).containsExactly("10 OFF");
		switchTo(true);
		look();
		pass(Duration.ofDays(5));
		this.rows.add(this.rules.usual(), this.rules.usualHour(), this.clock.instant());
		switchTo(false);
		send();
		assertThat(told(channel)).containsExactly("10 OFF", "5 OFF");
		assertThat(subjects()).isEmpty();
		switchTo(true);
		pass(Duration.ofDays(4));
		look();
		assertThat(told(channel)).containsExactly("10 OFF", "5 OFF", "1 MAILED");
		assertThat(subjects()).hasSize(1);
	}

	@Test
	@DisplayName("issue 6: a creator without an address is written down, and written to once there is one")
	void saysThatThereIsNoAddress() {
		this.ana = creator(Locale.GERMAN, null);
		UUID channel = channel("instagram", "anakocht", 5);
		look();
		assertThat(told(channel)).containsExactly("5 NO_ADDRESS");
		run("update creator set email = ? where id = ?", this.email, this.ana);
		pass(Duration.ofDays(4));
		look();
		assertThat(told(channel)).containsExactly("5 NO_ADDRESS", "1 MAILED");
	}

	@Test
	@DisplayName("issue 6: nothing more goes to an address that refused, until there is another one")
	void stopsAtARefusedAddress() {
		UUID channel = channel("instagram", "anakocht", 10);
		look();
		run("update mail set state = 'REFUSED', content = null where id = ?", mailOf(channel));
		pass(Duration.ofDays(5));
		look();
		assertThat(told(channel)).containsExactly("10 MAILED", "5 REFUSED");
		assertThat(subjects()).hasSize(1);
		String other = "kocht." + this.email;
		run("update creator set email = ? where id = ?", other, this.ana);
		pass(Duration.ofDays(4));
		look();
		assertThat(told(channel)).containsExactly("10 MAILED", "5 REFUSED", "1 MAILED");
		assertThat(Mailbox.newest(other, 1)).isNotNull();
	}

	@Test
	@DisplayName("issue 6: what is connected anew before the mail is written is not told")
	void forgetsAnEndThatMoved() {
		UUID before = channel("instagram", "anakocht", 10);
		UUID meanwhile = channel("tiktok", "anatok", 10);
		UUID members = channel("instagram", "bistro_ana", 10);
		this.rows.add(this.rules.usual(), this.rules.usualHour(), this.clock.instant());
		ends(before, noon().plus(Duration.ofDays(70)));
		this.rows.settleMoved(this.clock.instant());
		assertThat(told(before)).containsExactly("10 MOVED");
		ends(meanwhile, noon().plus(Duration.ofDays(70)));
		this.portfolio.connectedBy(this.mia, members);
		send();
		assertThat(told(meanwhile)).containsExactly("10 MOVED");
		assertThat(told(members)).containsExactly("10 MOVED");
		assertThat(subjects()).isEmpty();
		pass(Duration.ofDays(60));
		look();
		assertThat(told(before)).containsExactly("10 MOVED", "10 MAILED");
		assertThat(told(meanwhile)).containsExactly("10 MOVED", "10 MAILED");
		assertThat(told(members)).containsExactly("10 MOVED");
	}

	@Test
	@DisplayName("issue 6: an open invitation is used again with its words; what a member just asked is too soon")
	void usesTheOpenInvitation() {
		UUID channel = channel("instagram", "anakocht", 9);
		Tenancy.within(this.admin.organizationId(), () -> this.renewals.mail(this.mia, this.ana));
		run("update invitation set message = 'Bis bald!' where creator_id = ?", this.ana);
		look();
		assertThat(told(channel)).containsExactly("10 TOO_SOON");
		assertThat(subjects()).hasSize(1);
		pass(Duration.ofDays(4));
		look();
		assertThat(told(channel)).containsExactly("10 TOO_SOON", "5 MAILED");
		assertThat(this.jdbc.sql("select count(*) from invitation where creator_id = ? and message = 'Bis bald!'")
			.param(this.ana)
			.query(Long.class)
			.single()).isOne();
		assertThat(subjects()).hasSize(2);
	}

	@Test
	@DisplayName("issue 6: no mail after a no, and no reminder beside the days that are counted")
	void takesNoForAnAnswer() {
		UUID channel = channel("instagram", "anakocht", 10);
		look();
		pass(Duration.ofDays(5));
		assertThat(this.upkeep.dueReminders(10_000)).extracting(InvitationUpkeep.DueReminder::organizationId)
			.doesNotContain(this.admin.organizationId());
		run("update invitation_channel set state = 'DECLINED', state_since = ? where channel_id = ?",
				at(this.clock.instant()), channel);
		look();
		assertThat(told(channel)).containsExactly("10 MAILED", "5 DECLINED");
		run("update connection set connected_at = ? where channel_id = ?", at(this.clock.instant()), channel);
		run("update connection set connected_at = connected_at - interval '1 day' where channel_id = ?", channel);
		run("update invitation_channel set state_since = state_since - interval '2 days' where channel_id = ?",
				channel);
		pass(Duration.ofDays(4));
		look();
		assertThat(told(channel)).containsExactly("10 MAILED", "5 DECLINED", "1 MAILED");
	}

	@Test
	@DisplayName("issue 6: a round writes to whoever is due, and nothing twice")
	void writesInRounds() {
		UUID channel = channel("instagram", "anakocht", 1);
		this.rows.add(this.rules.usual(), this.rules.usualHour(), this.clock.instant());
		this.rounds.round();
		this.rounds.round();
		assertThat(told(channel)).containsExactly("1 MAILED");
		assertThat(subjects()).hasSize(1);
	}

	@Test
	@DisplayName("design 7.3: two processes at the same moment write one mail, and a member beside them none")
	void writesOnceAtTheSameMoment() throws Exception {
		UUID channel = channel("instagram", "anakocht", 1);
		this.rows.add(this.rules.usual(), this.rules.usualHour(), this.clock.instant());
		Tenancy.call(this.admin.organizationId(), () -> this.moment.second(this::send, () -> {
			send();
			return true;
		}));
		assertThat(told(channel)).containsExactly("1 MAILED");
		assertThatExceptionOfType(RenewalRefusedException.class).isThrownBy(
				() -> Tenancy.within(this.admin.organizationId(), () -> this.renewals.mail(this.mia, this.ana)));
		assertThat(subjects()).hasSize(1);
	}

	private void switchTo(boolean wanted) {
		Tenancy.within(this.admin.organizationId(), () -> this.rules.setRenewalMails(this.admin, wanted));
	}

	private UUID mailOf(UUID channel) {
		return this.jdbc.sql("select mail_id from creator_warning where channel_id = ? and mail_id is not null")
			.param(channel)
			.query(UUID.class)
			.single();
	}

	private static String link(String text) {
		Matcher link = Pattern.compile("(/connect/[\\w-]+)").matcher(text);
		assertThat(link.find()).isTrue();
		return link.group(1);
	}

	private String page(String path) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(get(path).with(this.organizations.signedIn(this.mia)))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
