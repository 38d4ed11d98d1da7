package io.channelkeeper;

import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.channelkeeper.organization.AdminLink;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.StartCheck;

/**
 * The commands of the jar: {@code keyset} with create, rotate or show, and
 * {@code admin-link <e-mail>}.
 */
final class CommandLine {

	private static final String USAGE = """
			Commands:
			  keyset create          prints a new keyset for channelkeeper.encryption.keyset
			  keyset create <file>   writes it to a file, unless the file exists already
			  keyset rotate <file>   adds a new key to the keyset in a file; running processes take it over
			  keyset rotate          reads a keyset from standard input and prints it with a new key
			  keyset show <file>     prints the ids of the keys in a file, the newest last
			  admin-link <e-mail>    prints a sign-in link for an admin""";

	private CommandLine() {
	}

	/**
	 * Runs the command that the arguments name.
	 * @return whether they named one; otherwise the application is to be started
	 */
	static boolean run(String[] arguments, PrintStream out, PrintStream err) {
		List<String> words = List.of(arguments);
		if (words.isEmpty() || words.getFirst().startsWith("--")) {
			return false;
		}
		try {
			System.exit(command(words, out, err));
		}
		catch (GeneralSecurityException | IOException ex) {
			err.println("That did not work: " + ex.getMessage());
			System.exit(1);
		}
		return true;
	}

	private static int command(List<String> words, PrintStream out, PrintStream err)
			throws GeneralSecurityException, IOException {
		if (words.size() >= 2 && words.size() <= 3 && words.getFirst().equals("keyset")) {
			return keyset(words.get(1), words.subList(2, words.size()), out, err);
		}
		if (words.size() == 2 && words.getFirst().equals("admin-link")) {
			return adminLink(words.getLast(), out, err);
		}
		err.println(USAGE);
		return 2;
	}

	private static int keyset(String verb, List<String> words, PrintStream out, PrintStream err)
			throws GeneralSecurityException, IOException {
		return switch (verb) {
			case "create" -> KeysetCommand.create(words, out);
			case "rotate" -> KeysetCommand.rotate(words, System.in, out, err);
			case "show" -> KeysetCommand.show(words, out, err);
			default -> {
				err.println(USAGE);
				yield 2;
			}
		};
	}

	private static int adminLink(String typed, PrintStream out, PrintStream err) {
		Optional<EmailAddress> email = EmailAddress.parse(typed);
		if (email.isEmpty()) {
			err.println(typed + " is no e-mail address.");
			return 2;
		}
		SpringApplication application = new SpringApplicationBuilder(ChannelkeeperApplication.class)
			.lazyInitialization(true)
			.listeners(new StartCheck())
			.build();
		// The sessions that a new link touches exist beside a server only: one that
		// nobody reaches.
		try (ConfigurableApplicationContext context = application.run("--server.address=127.0.0.1", "--server.port=0",
				"--db-scheduler.enabled=false", "--spring.main.banner-mode=off", "--logging.level.root=WARN")) {
			out.println(context.getBean(AdminLink.class).create(email.get()));
			return 0;
		}
		catch (NotFoundException ex) {
			err.println(typed + " is no admin of any organization.");
			return 1;
		}
	}

}
