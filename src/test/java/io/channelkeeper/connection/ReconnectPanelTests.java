package io.channelkeeper.connection;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import practice.PracticeBrowser;

import org.springframework.mock.web.MockHttpServletResponse;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.support.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * What a member reads before leaving to reconnect, who gets that far, and the window that
 * it happens in.
 */
class ReconnectPanelTests extends ReconnectScene {

	@Test
	@DisplayName("H-1, H-2, H-4, H-6, H-7, M-4: everything is said before leaving")
	void saysEverythingBefore() throws Exception {
		UUID id = channel("anakocht");
		UUID bistro = channel("bistro_ana");
		signIn(this.viewer, id, "ana");
		signIn(this.viewer, bistro, "ana");
		String healthy = read(this.viewer, "/channels/" + id + "/connect");
		assertThat(healthy).contains("Reconnect @anakocht", "The same sign-in also carries: @bistro_ana (Instagram)")
			.doesNotContain("This also brings back", "Until it is connected again");
		NETWORKS.facebook().changePassword("ana");
		probe();
		watch("travels");
		String page = read(this.viewer, "/channels/" + id + "/connect?from=/portfolio");
		assertThat(page).containsSubsequence("Reconnect @anakocht", "Invalid: password changed, since",
				"Sign in again, nothing else is lost", "no new figures and no new picture", "@travels",
				"Last connected by Ada Admin on", "signed in at Facebook as Ana Kocht",
				"This also brings back: @bistro_ana (Instagram)", "Through Facebook", "personal login at Facebook",
				"Expected: @anakocht. Someone else signed in?", "A private window", "What Facebook wants",
				"Sign in with the personal login that administers the page",
				"with one switched off nothing is connected", "Continue to Facebook");
		String html = perform(this.viewer, get("/channels/{id}/connect?from=/portfolio", id)).getResponse()
			.getContentAsString();
		assertThat(html).contains("/channels/" + id + "/picture?soon=true", "name=\"from\" value=\"/portfolio\"");
	}

	@Test
	@DisplayName("M-22 to M-25: what has to happen at the network comes first")
	void saysWhatHasToHappenFirst() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		NETWORKS.facebook().check("ana");
		probe();
		assertThat(read(this.viewer, "/channels/" + id + "/connect"))
			.containsSubsequence("Invalid: security check", "First, at Facebook:", "24 hours", "Help: Instagram",
					"Expected", "Continue to Facebook")
			.doesNotContain("What to do");
	}

	@Test
	@DisplayName("M-35: folds out what else may be behind it, and speaks to the member, not to the creator")
	void namesOtherCauses() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		assertThat(read(this.viewer, "/channels/" + id + "/connect")).doesNotContain("What to do")
			.contains("To know the channel, so that it counts as verified")
			.doesNotContain("asking you for screenshots", "as yours");
		NETWORKS.facebook().changePassword("ana");
		probe();
		assertThat(read(this.viewer, "/channels/" + id + "/connect")).containsSubsequence(
				"Sign in again, nothing else is lost", "What to do", "Sign in at facebook.com once",
				"Or: security check", "Wait another 24 hours", "Help: Instagram", "Expected");
		this.organizations.speak(this.viewer, "de");
		assertThat(read(this.viewer, "/channels/" + id + "/connect"))
			.contains("Was zu tun ist", "Oder: Sicherheitsprüfung")
			.doesNotContain("als deiner erkannt");
	}

	@Test
	@DisplayName("H-25: says that a creator holds the login")
	void saysThatACreatorHoldsTheLogin() throws Exception {
		UUID id = channel("anakocht");
		connect(id, "ana");
		assertThat(read(this.viewer, "/channels/" + id + "/connect"))
			.contains("Ana Kocht connected @anakocht with a login of their own", "Last connected by Ana Kocht");
	}

	@Test
	@DisplayName("H-3: a forged request is refused, noted, and changes nothing")
	void notesAForgedRequest() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		Viewer marketer = this.organizations.member(this.viewer, Role.MARKETER);
		long attempts = count("sign_in_attempt");
		assertThat(perform(marketer, get("/channels/{id}/connect", id)).getResponse().getStatus()).isEqualTo(403);
		assertThat(count("audit_entry")).isZero();
		for (String deed : List.of("connect", "disconnect")) {
			assertThat(perform(marketer,
					post("/channels/{id}/" + deed, id).param("provider", "facebook").param("as", "other").with(csrf()))
				.getResponse()
				.getStatus()).isEqualTo(403);
		}
		assertThat(count("sign_in_attempt")).isEqualTo(attempts);
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
		assertThat(this.jdbc.sql("""
				select member_id || ' ' || action || ' ' || subject || ' ' || outcome from audit_entry
				where organization_id = ? order by at, id""")
			.param(this.viewer.organizationId())
			.query(String.class)
			.list()).containsExactly(marketer.memberId() + " CONNECT POST /channels/" + id + "/connect REFUSED",
					marketer.memberId() + " CONNECT POST /channels/" + id + "/disconnect REFUSED");
	}

	@Test
	@DisplayName("H-23: another organization's, archived and unknown channels are not there")
	void knowsNoStrangersChannel() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		Viewer stranger = this.organizations.make("Rival");
		assertNotThere(stranger, id);
		assertThat(count("audit_entry")).isZero();
		assertNotThere(this.viewer, Ids.next());
		within(() -> this.channels.archive(this.viewer, id));
		assertNotThere(this.viewer, id);
	}

	@Test
	@DisplayName("H-23: who went to another organization meanwhile comes back to the right one")
	void comesBackToTheRightOrganization() throws Exception {
		UUID id = channel("anakocht");
		Viewer rival = this.organizations.make("Rival");
		Viewer elsewhere = this.organizations.alsoIn(this.viewer, rival, Role.MARKETER);
		String end = come(this.viewer, id, "lotte", Map.of("from", "/portfolio"));
		assertThat(read(elsewhere, end)).contains("Try again");
	}

	@Test
	@DisplayName("B-6: after disconnecting one is where one was")
	void comesBackAfterDisconnecting() throws Exception {
		UUID id = channel("anakocht");
		UUID bistro = channel("bistro_ana");
		signIn(this.viewer, id, "ana");
		signIn(this.viewer, bistro, "ana");
		String html = perform(this.viewer, get("/channels/{id}/disconnect?from=/portfolio?mine=true", id)).getResponse()
			.getContentAsString();
		assertThat(html).contains("@bistro_ana (Instagram)", "value=\"/portfolio?mine=true\"");
		assertThat(perform(this.viewer,
				post("/channels/{id}/disconnect", id).param("from", "/portfolio?mine=true").with(csrf()))
			.getResponse()
			.getHeader("Location")).isEqualTo("/portfolio?mine=true");
		assertThat(standing(bistro).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("M-6: the page behind a pop-up hears of the end, and nobody else does")
	void tellsThePageBehind() throws Exception {
		UUID id = channel("anakocht");
		UUID window = Ids.next();
		String poll = "/channels/" + id + "/connect/windows/" + window;
		Away begun = leave(this.viewer, id, Map.of("window", window.toString(), "from", "/portfolio"));
		Away again = leave(this.viewer, id, Map.of("window", window.toString(), "from", "/portfolio"));
		assertThat(perform(this.viewer, get(poll)).getResponse().getStatus()).isEqualTo(204);
		String end = answer(again, new PracticeBrowser().cancel(again.address(), "ana"));
		assertThat(end).contains("/window?");
		String closing = perform(this.viewer, get(URI.create(end))).getResponse().getContentAsString();
		assertThat(closing).contains("You can close this window", "data-close-window=\"" + window + "\"", "Go on here");
		MockHttpServletResponse told = perform(this.viewer, get(poll)).getResponse();
		assertThat(told.getContentType()).isEqualTo("application/json");
		String next = told.getContentAsString().replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
		assertThat(next).isEqualTo(end.replace("/window?", "?"));
		assertThat(read(this.viewer, next)).contains("Not connected yet");
		Viewer colleague = this.organizations.member(this.viewer, Role.MANAGER);
		assertThat(perform(colleague, get(poll)).getResponse().getStatus()).isEqualTo(204);
		assertThat(perform(colleague, get(URI.create(end))).getResponse().getStatus()).isEqualTo(404);
		assertThat(back(begun, "ana")).contains("/window?");
		assertThat(standing(id).state()).isEqualTo(ConnectionState.CONNECTED);
	}

	@Test
	@DisplayName("M-6: who came back in another browser does not read that it is connected")
	void tellsThePageBehindOfAnotherBrowser() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		watch("travels");
		UUID window = Ids.next();
		Away away = leave(this.viewer, id, Map.of("window", window.toString(), "from", "/portfolio"));
		Away foreign = leave(this.viewer, id, Map.of("from", "/portfolio"));
		URI address = new PracticeBrowser().consent(away.address(), "ana");
		UUID attempt = this.jdbc.sql("select id from sign_in_attempt where window_id = ?")
			.param(window)
			.query(UUID.class)
			.single();
		assertThat(perform(this.viewer, get("/channels/{id}/connect/{attempt}", id, attempt)).getResponse().getStatus())
			.isEqualTo(404);
		assertThat(answer(new Away(away.address(), foreign.cookie()), address)).contains("?elsewhere");
		String told = perform(this.viewer, get("/channels/{id}/connect/windows/{window}", id, window)).getResponse()
			.getContentAsString();
		String next = told.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
		assertThat(next).contains("/connect/" + attempt);
		assertThat(read(this.viewer, next)).contains("Not connected yet", "Nothing was connected", "Try again")
			.doesNotContain("@anakocht is connected", "look whether it arrives");
	}

	@Test
	@DisplayName("H-24, M-9: afterwards what depended on the channel is named")
	void namesWhatDependedOnIt() throws Exception {
		UUID id = channel("anakocht");
		signIn(this.viewer, id, "ana");
		watch("travels");
		assertThat(told(end(this.viewer, come(this.viewer, id, "ana", Map.of("from", "/portfolio")))))
			.contains("@anakocht is connected", "Read through this channel; look whether data arrives: @travels");
	}

	private void watch(String handle) {
		UUID other = channel(handle);
		this.jdbc.sql("update channel set kind = :kind where id = :id")
			.param("kind", ChannelKind.MONITORED.name())
			.param("id", other)
			.update();
	}

	private void assertNotThere(Viewer viewer, UUID id) throws Exception {
		for (String path : List.of("connect", "connect?as=other", "disconnect")) {
			MockHttpServletResponse page = perform(viewer, get(URI.create("/channels/" + id + "/" + path)))
				.getResponse();
			assertThat(page.getStatus()).as(path).isEqualTo(404);
			assertThat(page.getContentAsString()).contains("href=\"/\"");
		}
		for (String deed : List.of("connect", "disconnect")) {
			assertThat(perform(viewer, post("/channels/{id}/" + deed, id).param("provider", "facebook").with(csrf()))
				.getResponse()
				.getStatus()).isEqualTo(404);
		}
	}

}
