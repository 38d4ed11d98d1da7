package io.channelkeeper.portfolio.web;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.ApplicationTest;
import io.channelkeeper.connection.ConnectionsRestored;
import io.channelkeeper.connection.ReconnectRequests;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.PortfolioRows;
import io.channelkeeper.support.Ids;
import io.channelkeeper.support.Tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class CreatorPageTests {

	@Autowired
	MockMvc mvc;

	@Autowired
	TestOrganizations organizations;

	@Autowired
	PortfolioRows rows;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	ReconnectRequests requests;

	@Autowired
	ApplicationEventPublisher events;

	private Viewer viewer;

	private UUID ana;

	@BeforeEach
	void makeCreator() {
		this.viewer = this.organizations.make("Atelier");
		this.ana = this.rows.creator(this.viewer, "Ana Kocht", "Food");
	}

	@Test
	@DisplayName("P-3: shows profile, permissions, who connected and renew by with its source")
	void showsEverythingKnownOfAConnectedChannel() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		this.rows.followers(channel, 12_400);
		this.jdbc.sql("update channel set is_public = true, account_type = 'professional' where id = ?")
			.param(channel)
			.update();
		this.jdbc.sql("update connection set missing = '{permission.facebook.instagram_basic}' where channel_id = ?")
			.param(channel)
			.update();
		assertThat(page(this.viewer))
			.contains("Connected", "12,400", "as of", "public", "professional", "says Facebook", "List of your pages",
					"Permissions missing", "Instagram profile and posts", "/disconnect")
			.contains(">Ana Kocht</span> <span\n\t\t\tclass=\"second-line\"")
			.doesNotContain("not checked yet", "??", ">Invite<", ">Connect<");
	}

	@Test
	@DisplayName("B-23, B-9: ninety days as bars and in words, and as a file that only the own team gets")
	void drawsWhenDataCame() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		assertThat(page(this.viewer)).doesNotContain("class=\"strip\"");
		this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		this.jdbc.sql("update connection set first_connected_at = ? where channel_id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(200)).atOffset(ZoneOffset.UTC), channel)
			.update();
		assertThat(page(this.viewer)).contains("90 of 90 days<", "class=\"strip-data\"", "M358 4V20");
		this.jdbc.sql("""
				insert into data_gap (channel_id, organization_id, begins_at, ends_at, state, cause)
				values (?, ?, ?, ?, 'INVALID', 'PASSWORD_CHANGED')""")
			.params(channel, this.viewer.organizationId(),
					this.rows.instant().minus(Duration.ofDays(20)).atOffset(ZoneOffset.UTC),
					this.rows.instant().minus(Duration.ofDays(18)).atOffset(ZoneOffset.UTC))
			.update();
		assertThat(page(this.viewer)).contains("87 of 90 days; gap ", ", password changed<", "class=\"strip-gap\"")
			.doesNotContain("??", "style=");
		assertThat(body("/creators/" + this.ana + "/gaps.csv", this.viewer)).contains("\"Hours\"",
				"\"Ana Kocht\",\"Instagram\",\"anakocht\"", "\"password changed\",\"48.00\"");
		this.mvc
			.perform(get("/creators/{id}/gaps.csv", this.ana)
				.with(this.organizations.signedIn(this.organizations.make("Other"))))
			.andExpect(status().isNotFound());
	}

	@Test
	@DisplayName("N-5: what does not answer or is in doubt is said beside the state")
	void saysWhatIsUnderWay() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		this.jdbc.sql("update social_login set no_answer_since = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC), login)
			.update();
		assertThat(page(this.viewer)).contains("No answer from Facebook since ", "Renew by ", "Connected<");
		this.jdbc.sql("update social_login set in_doubt_since = ?, deadline = ? where id = ?")
			.params(this.rows.instant().atOffset(ZoneOffset.UTC),
					this.rows.instant().plus(Duration.ofHours(20)).atOffset(ZoneOffset.UTC), login)
			.update();
		assertThat(page(this.viewer)).contains("Renewal was cut off; sign in again by ");
	}

	@Test
	void saysWhyAFactIsMissing() throws Exception {
		this.rows.channel(this.viewer, this.ana, "tiktok", "anakocht");
		assertThat(page(this.viewer))
			.contains("not reported by TikTok", "not checked yet", "Not invited yet", ">Invite<", ">Connect<")
			.doesNotContain("is not set up here yet");
	}

	@Test
	@DisplayName("P-7 to P-9: the yellow notice, the disabled button and why")
	void explainsWhyConnectIsOff() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.ineligible(channel, "PERSONAL");
		assertThat(page(this.viewer))
			.contains("This channel is not a business or creator account", "Connect is off because",
					"aria-disabled=\"true\"", "Check again", "Send instructions", "Correct the handle",
					"Known from an attempt")
			.doesNotContain("/channels/" + channel + "/connect");
	}

	@Test
	@DisplayName("H-25: whose login decides the main move")
	void creatorsRenewWhatTheyConnected() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.invalid(this.rows.connect(this.viewer, channel, Duration.ofDays(9)), "PASSWORD_CHANGED");
		String renew = "action=\"/creators/" + this.ana + "/renew?via=";
		assertThat(page(this.viewer))
			.contains("Invalid: password changed", "Sign in again, nothing else is lost", ">Reconnect<")
			.containsSubsequence("menu-panel", renew + "QR\"", ">Show QR code<", "page-actions", renew + "COPY\"",
					">Ask Ana Kocht to renew</button>")
			.doesNotContain(renew + "MAIL", "/invite?channel=");
		this.jdbc.sql("update creator set email = 'ana@example.org' where id = ?").param(this.ana).update();
		assertThat(page(this.viewer)).containsSubsequence("menu-panel", renew + "COPY\"", ">Copy message<",
				renew + "QR\"", "page-actions", renew + "MAIL\"", ">Ask Ana Kocht to renew</button>");
		this.rows.invite(this.viewer, this.ana, channel, "SENT", null);
		assertThat(page(this.viewer)).containsPattern("Ana Kocht was asked on [^<]+, not opened<");
	}

	@Test
	@DisplayName("M-25, M-35: a card folds out the way out, and the help page of the network")
	void saysTheWayOut() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "x", "anakocht");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(9));
		this.jdbc.sql("update social_login set provider = 'x' where id = ?").param(login).update();
		assertThat(page(this.viewer)).doesNotContain("ways-out");
		this.rows.invalid(login, "ACCOUNT_LOCKED");
		assertThat(page(this.viewer)).containsSubsequence("<details class=\"ways-out\">", ">What to do<",
				"account locked<", "<li>Sign in at x.com with this account.", "connect again here.",
				"Or: account suspended<", "appeal at help.x.com",
				"href=\"/help/x?about=ACCOUNT_LOCKED#ACCOUNT_LOCKED\"", "</details>");
		this.rows.unreadable(login);
		assertThat(page(this.viewer)).as("a button says it").contains(">What to do<").doesNotContain("ways-out");
		assertThat(page(this.organizations.member(this.viewer, Role.MANAGER)))
			.contains("Whoever runs this installation puts the missing key back");
	}

	@Test
	@DisplayName("M-2: what is invalid has no day left by which it is to be renewed")
	void whatIsInvalidHasNoDeadline() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(40));
		String day = LocalDate.ofInstant(this.rows.instant().plus(Duration.ofDays(40)), this.viewer.zone())
			.format(DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH));
		for (String path : new String[] { "/creators/" + this.ana, "/portfolio", "/connections" }) {
			assertThat(body(path, this.viewer)).as(path).contains(day);
		}
		this.rows.invalid(login, "ACCESS_REVOKED");
		assertThat(page(this.viewer)).contains("access has ended");
		for (String path : new String[] { "/creators/" + this.ana, "/portfolio", "/connections" }) {
			assertThat(body(path, this.viewer)).as(path)
				.contains("Invalid: access removed")
				.doesNotContain(day, "says Facebook", "Renews itself");
		}
	}

	@Test
	@DisplayName("H-16: figures and pictures of an interrupted channel say since when nothing comes")
	void saysSinceWhenNothingComes() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(9));
		this.rows.followers(channel, 12_400);
		this.rows.picture(this.viewer, channel, "abc");
		this.jdbc.sql("update channel set profile_at = ? where id = ?")
			.params(this.rows.instant().minus(Duration.ofDays(5)).atOffset(ZoneOffset.UTC), channel)
			.update();
		assertThat(page(this.viewer)).contains("as of ").doesNotContain("nothing new since", "no newer one");
		this.rows.invalid(login, "PASSWORD_CHANGED");
		assertThat(page(this.viewer))
			.contains(", nothing new since ", "the connection to Instagram is interrupted (Invalid: password changed).")
			.containsSubsequence("no newer one: ", "class=\"btn", ">Ask Ana Kocht to renew</button>", "channel-card");
		assertThat(body("/portfolio", this.viewer)).contains("no newer one: ", "Since ",
				"href=\"/connections/reconnect#channel-" + channel + "\"");
		this.rows.mend(login);
		assertThat(page(this.viewer)).doesNotContain("nothing new since", "no newer one");
	}

	@Test
	@DisplayName("H-1: only what a network tells is named as lost")
	void namesOnlyWhatIsLost() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "google-business", "locations/1");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(-2));
		assertThat(page(this.viewer)).contains("Nothing new since ").doesNotContain("new figures");
		this.rows.unreadable(login);
		assertThat(page(this.viewer)).contains("Key missing", "Nothing new since ").doesNotContain("new figures");
	}

	@Test
	@DisplayName("H-25: the other way stands in the menu, first whose login it is")
	void membersReconnectWhatTheyConnected() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, Duration.ofDays(-2));
		assertThat(page(this.viewer)).containsSubsequence("menu-panel", ">Reconnect<", ">Connect as someone else<",
				">Disconnect<", "page-actions", ">Ask Ana Kocht to renew</button>");
		this.rows.connectedBy(this.viewer, channel);
		assertThat(page(this.viewer)).containsSubsequence("menu-panel", ">Ask Ana Kocht to renew<",
				">Connect as someone else<", "page-actions", "/channels/" + channel + "/connect\">Reconnect</a>");
		assertThat(page(this.organizations.member(this.viewer, Role.MARKETER))).doesNotContain(">Reconnect<",
				">Connect as someone else<", ">Disconnect<");
	}

	@Test
	@DisplayName("H-4, B-17: who may not asks who did; then everybody reads who asked, and nobody asks again")
	void whoMayNotAsks() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		UUID login = this.rows.connect(this.viewer, channel, Duration.ofDays(40));
		this.rows.connectedBy(this.viewer, channel);
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		String healthy = page(mia);
		assertThat(healthy).containsSubsequence("menu-panel", ">Ask Ada Admin to reconnect<", "page-actions")
			.doesNotContain("You can ask for it");
		this.rows.invalid(login, "PASSWORD_CHANGED");
		assertThat(page(mia)).containsSubsequence("Last connected by Ada Admin on ", ". You can ask for it to be",
				"page-actions", "action=\"/channels/" + channel + "/ask\"", ">Ask Ada Admin to reconnect</button>");
		assertThat(page(this.viewer)).doesNotContain("to reconnect<");
		Viewer max = this.organizations.member(this.viewer, Role.MANAGER);
		assertThat(page(max)).containsSubsequence("menu-panel", ">Ask Ada Admin to reconnect<", ">Reconnect</a>");
		Tenancy.within(this.viewer.organizationId(), () -> this.requests.ask(mia, channel));
		for (Viewer reader : List.of(mia, max, this.viewer)) {
			assertThat(page(reader)).contains("Mia Marketer asked Ada Admin on ").doesNotContain("/ask\"");
		}
		this.organizations.speak(mia, "de");
		assertThat(page(mia)).containsPattern("Mia Marketer hat Ada Admin am \\d\\d\\.\\d\\d\\. gebeten");
		this.jdbc.sql("update reconnect_request set asked_at = asked_at - interval '25 hours' where channel_id = ?")
			.param(channel)
			.update();
		assertThat(page(mia)).contains("Mia Marketer hat Ada Admin am ", ">Ada Admin um Wiederverbindung bitten<");
		this.jdbc.sql("update social_login set invalid_cause = null where id = ?").param(login).update();
		Tenancy.within(this.viewer.organizationId(),
				() -> this.events.publishEvent(new ConnectionsRestored(this.viewer.organizationId(), Set.of(channel))));
		assertThat(page(mia)).doesNotContain("gebeten");
	}

	@Test
	@DisplayName("B-17: where nobody is closer, all managers are asked at once")
	void managersAreAskedTogether() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, Duration.ofDays(3));
		this.organizations.member(this.viewer, Role.MANAGER);
		Viewer mia = this.organizations.member(this.viewer, Role.MARKETER);
		assertThat(page(mia)).containsSubsequence("menu-panel", ">Ask Ada Admin and 1 other to reconnect<",
				"page-actions", ">Ask Ana Kocht to renew<");
	}

	@Test
	@DisplayName("H-3: a marketer connects only for creators they look after")
	void connectIsOfferedToWhoMay() throws Exception {
		this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		assertThat(page(marketer)).contains(">Invite<").doesNotContain(">Connect<");
		this.jdbc.sql("update creator set looked_after_by = ? where id = ?")
			.param(marketer.memberId())
			.param(this.ana)
			.update();
		assertThat(page(marketer)).contains(">Connect<");
	}

	@Test
	void historyIsATabOnlyWithContent() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		assertThat(page(this.viewer)).doesNotContain(">History<");
		this.rows.invite(this.viewer, this.ana, channel, "OPENED", "NO_PAGE");
		assertThat(page(this.viewer)).contains(">History<", "Stuck: no Facebook page", ">Remind<");
		assertThat(body("/creators/" + this.ana + "/history", this.viewer)).contains("Invited by Ada Admin",
				"opened, not finished");
	}

	@Test
	void answersOnlyWhenSomethingChanged() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		String address = page(this.viewer).replaceAll("(?s).*hx-get=\"(/creators/[^\"]+/live[^\"]+)\".*", "$1");
		this.mvc.perform(get(URI.create(address)).with(this.organizations.signedIn(this.viewer)))
			.andExpect(status().isNoContent());
		this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		assertThat(body(address, this.viewer)).contains("Connected", "id=\"creator\"").doesNotContain("<html");
	}

	@Test
	void aRefusedMailLeadsToTheAddress() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.refuseMail(this.viewer, this.rows.invite(this.viewer, this.ana, channel, "SENT", null));
		assertThat(page(this.viewer)).contains("Mail refused: check the address", ">Correct the address<")
			.doesNotContain(">Remind<");
	}

	@ParameterizedTest
	@CsvSource({ "UNREACHABLE, No picture: Instagram did not deliver it", "TOO_LARGE, because it is too large",
			"NOT_AN_IMAGE, because it is not an image",
			"NOT_ALLOWED, the address that Instagram gave is not one that pictures may come from",
			"NO_PICTURE, Instagram shows none", "GONE, did not deliver it" })
	@DisplayName("P-1: says why the network's picture is missing")
	void saysWhyThePictureDidNotCome(String reason, String sentence) throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		this.rows.connect(this.viewer, channel, Duration.ofDays(59));
		this.rows.noPicture(this.viewer, channel, reason);
		assertThat(page(this.viewer)).contains(sentence).doesNotContain("??");
	}

	@Test
	@DisplayName("P-2, P-5: says what the channel lacks, and leads to what mends it")
	void saysWhyThereCanBeNoPicture() throws Exception {
		assertThat(page(this.viewer)).contains("No picture: there is no channel yet.");
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		assertThat(page(this.viewer)).contains("No picture: Instagram is not connected.");
		this.rows.ineligible(channel, "PRIVATE");
		assertThat(page(this.viewer)).contains("so nothing is fetched automatically (GDPR).", ">Send instructions</a>");
		this.rows.ineligible(channel, "PERSONAL");
		assertThat(page(this.viewer)).contains("the account at Instagram is a personal one");
		UUID other = this.rows.channel(this.viewer, this.ana, "instagram", "bistro_ana");
		this.rows.invite(this.viewer, this.ana, other, "SENT", null);
		assertThat(page(this.viewer)).contains("it is fetched when Instagram is connected");
		UUID login = this.rows.connect(this.viewer, other, Duration.ofDays(9));
		assertThat(page(this.viewer)).contains("it is being fetched from Instagram");
		this.rows.invalid(login, "PASSWORD_CHANGED");
		assertThat(page(this.viewer)).contains(
				"the connection to Instagram is interrupted (Invalid: password changed).",
				">Ask Ana Kocht to renew</button>");
		this.rows.picture(this.viewer, other, "abc");
		this.rows.mend(login);
		assertThat(page(this.viewer)).doesNotContain("picture-gap", "No picture");
	}

	@Test
	@DisplayName("B-5: another channel waits for a member's word")
	void offersAreDecidedHere() throws Exception {
		UUID channel = this.rows.channel(this.viewer, this.ana, "instagram", "anakocht");
		offer(channel);
		assertThat(page(this.viewer)).contains("signed in as @bistro_ana (Instagram)", "Expected was @anakocht",
				"/accept", "/refuse");
	}

	@Test
	void anotherOrganizationsCreatorIsNotFound() throws Exception {
		Viewer other = this.organizations.make("Other");
		for (String path : new String[] { "", "/history" }) {
			this.mvc.perform(get(URI.create("/creators/" + this.ana + path)).with(this.organizations.signedIn(other)))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	@DisplayName("P-10: everybody can read what is read and what never")
	void privacyIsPublic() throws Exception {
		this.mvc.perform(get("/privacy")).andExpect(status().isOk());
		assertThat(this.mvc.perform(get("/privacy?lang=de")).andReturn().getResponse().getContentAsString()).contains(
				"Was Channelkeeper liest", "geschäftlich relevante Profile", "Änderungen daran: ein neuer Name",
				"Bilder werden ohne Ort, Kamera und andere Metadaten aufbewahrt");
	}

	private void offer(UUID channel) {
		UUID attempt = Ids.next();
		Object now = this.rows.instant().atOffset(ZoneOffset.UTC);
		Object later = this.rows.instant().plus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("""
					insert into sign_in_attempt (id, organization_id, state_hash, browser_hash, provider, channel_id, errand,
						redirect_uri, scopes, started_at, expires_at)
					values (?, ?, decode(?, 'hex'), '', 'facebook', ?, 'invitation', 'http://localhost', '{}', ?, ?)""")
			.params(attempt, this.viewer.organizationId(), attempt.toString().replace("-", ""), channel, now, later)
			.update();
		this.jdbc.sql("""
				insert into offered_channel (id, organization_id, creator_id, expected_channel_id, attempt_id, provider,
					external_user_id, network, external_id, handle, grant_sealed, offered_at, expires_at)
				values (?, ?, ?, ?, ?, 'facebook', '1', 'instagram', '2', 'bistro_ana', '', ?, ?)""")
			.params(Ids.next(), this.viewer.organizationId(), this.ana, channel, attempt, now, later)
			.update();
	}

	/** Without what every page has around it. */
	private String page(Viewer reader) throws Exception {
		String body = body("/creators/" + this.ana, reader);
		return body.substring(body.indexOf("<main"));
	}

	private String body(String path, Viewer reader) throws Exception {
		return this.mvc.perform(get(URI.create(path)).with(this.organizations.signedIn(reader)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
