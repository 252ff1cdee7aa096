package io.keyledger.standalone;

import java.io.PrintStream;

/** Tells the person at the terminal what is going on, one sentence a line. */
record Console(PrintStream out, PrintStream err) {

    void say(String sentence) {
        out.println(sentence);
    }

    void complain(String sentence) {
        err.println(sentence);
    }
}
