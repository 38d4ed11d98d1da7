package io.channelkeeper;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import io.channelkeeper.organization.AdminLink;
import io.channelkeeper.support.EmailAddress;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Sealer;
import io.channelkeeper.support.StartCheck;

/**
 * The commands of the jar: {@code keyset create [file]} and {@code admin-link <e-mail>}.
 */
final class CommandLine {

	private static final String USAGE = """
			Commands:
			  keyset create          prints a new keyset for channelkeeper.encryption.keyset
			  keyset create <file>   writes it to a file, unless the file exists already
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
		if (words.size() >= 2 && words.subList(0, 2).equals(List.of("keyset", "create"))) {
			return createKeyset(words.subList(2, words.size()), out);
		}
		if (words.size() == 2 && words.getFirst().equals("admin-link")) {
			return adminLink(words.getLast(), out, err);
		}
		err.println(USAGE);
		return 2;
	}

	static int createKeyset(List<String> file, PrintStream out) throws GeneralSecurityException, IOException {
		if (file.isEmpty()) {
			out.println(Sealer.newKeyset());
			return 0;
		}
		Path path = Path.of(file.getFirst());
		if (Files.exists(path)) {
			out.println("The keyset in " + path.toAbsolutePath() + " is kept.");
			return 0;
		}
		Path folder = path.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(path, Sealer.newKeyset(), StandardOpenOption.WRITE);
		out.println("A new keyset is in " + path.toAbsolutePath()
				+ ". Back it up: without it no stored token can be read, and every channel has to be connected anew.");
		return 0;
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
