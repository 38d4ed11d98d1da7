package io.channelkeeper;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.MockMvc;

import io.channelkeeper.organization.Role;
import io.channelkeeper.organization.TestOrganizations;
import io.channelkeeper.organization.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * {@code java -jar … admin-link <e-mail>}, run beside the application on its database.
 */
@ApplicationTest
class AdminLinkCommandTests {

	@Autowired
	TestOrganizations organizations;

	@Autowired
	Environment environment;

	@Autowired
	MockMvc mvc;

	@Test
	void printsALinkThatSignsInOnce() throws Exception {
		Program.Finished command = command(this.organizations.make("Alpha").email()).finish();
		assertThat(command.exitCode()).as(command.toString()).isZero();
		assertThat(command.printed()).singleElement().asString().startsWith("http://localhost:8080/login/link/");
		String link = command.printed().getFirst().replace("http://localhost:8080", "");
		this.mvc.perform(get(link)).andExpect(status().isOk());
		this.mvc.perform(post(link).with(csrf())).andExpect(redirectedUrl("/settings/profile"));
		this.mvc.perform(post(link).with(csrf())).andExpect(status().isGone());
	}

	@Test
	void saysInOneSentenceWhoIsNoAdmin() {
		Viewer mia = this.organizations.member(this.organizations.make("Alpha"), Role.MARKETER);
		List<String> emails = List.of(mia.email(), "stranger@example.org");
		List<Program> commands = emails.stream().map(this::command).toList();
		for (int index = 0; index < emails.size(); index++) {
			assertThat(commands.get(index).finish()).isEqualTo(new Program.Finished(1, List.of(),
					List.of(emails.get(index) + " is no admin of any organization.")));
		}
	}

	@Test
	void namesEveryMissingSettingAndEnds() {
		Program.Finished start = Program.start(Map.of()).finish();
		assertThat(start.exitCode()).isEqualTo(1);
		for (String name : List.of("spring.datasource.url", "channelkeeper.base-url", "channelkeeper.encryption.keyset",
				"spring.mail.host", "channelkeeper.mail.from")) {
			assertThat(String.join("\n", start.printed()) + start.complaints()).containsOnlyOnce(name);
		}
	}

	private Program command(String email) {
		return Program.start(TestEnvironment.settings(this.environment.getRequiredProperty("spring.datasource.url")),
				"admin-link", email);
	}

}
