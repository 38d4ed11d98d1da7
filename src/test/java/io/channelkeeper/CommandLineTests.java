package io.channelkeeper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

	private final PrintStream out = new PrintStream(this.printed, true, StandardCharsets.UTF_8);

	@TempDir
	Path folder;

	@Test
	void startsTheApplicationWithoutACommand() {
		assertThat(CommandLine.run(new String[] { "--server.port=8081" }, this.out, this.out)).isFalse();
	}

	@Test
	void writesAKeysetThatOnlyItsOwnerReads() throws GeneralSecurityException, IOException {
		Path file = this.folder.resolve("channelkeeper/keyset");
		assertThat(CommandLine.createKeyset(List.of(file.toString()), this.out)).isZero();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		assertThat(this.printed.toString(StandardCharsets.UTF_8)).contains(file.toString())
			.contains("Back it up")
			.doesNotContain(Files.readString(file));
	}

	@Test
	void keepsTheKeysetThatIsThere() throws GeneralSecurityException, IOException {
		Path file = Files.writeString(this.folder.resolve("keyset"), "kept");
		assertThat(CommandLine.createKeyset(List.of(file.toString()), this.out)).isZero();
		assertThat(file).hasContent("kept");
	}

}
